package dev.huntgate.bench.replicas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The processes of a run, none of which outlives it. */
final class Children implements AutoCloseable {

  private final Path work;
  private final Path pids;
  private final Queue<Process> all = new ConcurrentLinkedQueue<>();

  /**
   * @param work a folder for what they write
   * @param pids a file that names them all, for whoever has to end them when this cannot
   */
  Children(Path work, Path pids) throws IOException {
    this.work = Files.createDirectories(work);
    this.pids = pids;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Starts one in a folder of its own, with these settings and none of the environment's. */
  Process start(String name, Map<String, String> settings, List<String> command)
      throws IOException {
    Path folder = Files.createDirectories(work.resolve(name));
    ProcessBuilder start = new ProcessBuilder(command);
    start.environment().keySet().removeIf(key -> key.matches("(HUNTGATE|QUARKUS)_.*"));
    start.environment().putAll(settings);
    start
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
    Process process = start.start();
    all.add(process);
    Files.writeString(
        pids, process.pid() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return process;
  }

  /** Where it writes. */
  Path log(String name) {
    return work.resolve(name + ".log");
  }

  @Override
  public void close() {
    all.forEach(Process::destroyForcibly);
  }
}

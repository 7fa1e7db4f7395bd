package dev.huntgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A process of the packaged jar, with an operator's settings and none of the build's. */
final class PackagedJar implements AutoCloseable {

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Process process;
  private final Path output;

  private PackagedJar(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts the jar.
   *
   * @param empty a folder away from the project, whose .env file or config folder would count, too
   */
  static PackagedJar start(Path empty, Map<String, String> settings) throws IOException {
    Path output = empty.resolve("output");
    ProcessBuilder start = new ProcessBuilder(JAVA.toString(), "-jar", JAR.toString());
    start.environment().keySet().removeIf(name -> name.matches("(HUNTGATE|QUARKUS)_.*"));
    start.environment().put("QUARKUS_HTTP_PORT", "0");
    start.environment().putAll(settings);
    start.directory(empty.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    return new PackagedJar(start.start(), output);
  }

  Process process() {
    return process;
  }

  /** What the process has written so far. */
  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}

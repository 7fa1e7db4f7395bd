package dev.huntgate.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JVM of this machine holds at one moment, by Linux and jcmd.
 *
 * @param heapMegabytes used of the heap after a collection of all of it
 * @param residentMegabytes memory that the process has from the machine
 * @param threads its threads
 * @param files its open files and sockets
 * @param sockets its open sockets
 */
record Vitals(
    double heapMegabytes, double residentMegabytes, long threads, long files, long sockets) {

  static Vitals of(long pid) throws Exception {
    double resident = status(pid, "VmRSS") / 1024.0;
    long threads = status(pid, "Threads");
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      files = all.toList();
    }
    long sockets = files.stream().filter(Vitals::isSocket).count();
    jcmd(pid, "GC.run");
    // Serial names its generations apart, G1 the whole heap.
    double heap =
        Pattern.compile("(?:heap|generation) .*used (\\d+)K")
            .matcher(jcmd(pid, "GC.heap_info"))
            .results()
            .mapToLong(Vitals::number)
            .sum();
    return new Vitals(heap / 1024, resident, threads, files.size(), sockets);
  }

  private static long status(long pid, String name) throws IOException {
    return Pattern.compile(name + ":\\s+(\\d+)")
        .matcher(Files.readString(Path.of("/proc/" + pid + "/status")))
        .results()
        .mapToLong(Vitals::number)
        .findFirst()
        .orElseThrow();
  }

  private static long number(MatchResult found) {
    return Long.parseLong(found.group(1));
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException e) {
      // Closed since the folder was listed.
      return false;
    }
  }

  private static String jcmd(long pid, String command) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(tool.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("jcmd " + command + ": " + said);
    }
    return said;
  }
}

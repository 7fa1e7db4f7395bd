package dev.huntgate.bench;

import dev.huntgate.HostileRun;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;

/**
 * Measures how a good request fares while the packaged jar is attacked, with 10,000 idle WebSockets
 * among the attacks; a table in Markdown. Ends by itself after some three minutes.
 */
public final class HostileLoad {

  private static final int SOCKETS = 10_000;
  private static final Duration EACH = Duration.ofSeconds(10);

  private HostileLoad() {}

  /** Takes no arguments; run in the project's directory after {@code ./mvnw package}. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "| attack | attacks | good requests | p50 ms | p99 ms | resident MB | open files |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    try (HostileRun run = new HostileRun(Files.createTempDirectory("hostile"), EACH, SOCKETS)) {
      for (HostileRun.Figures one : run.attack()) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %d | %.1f | %.1f | %d | %d |%n",
            one.attack(),
            one.attacks(),
            one.good(),
            one.p50(),
            one.p99(),
            one.residentMegabytes(),
            one.openFiles());
      }
      if (run.said().contains("OutOfMemoryError")) {
        throw new IllegalStateException(run.said());
      }
    }
  }
}

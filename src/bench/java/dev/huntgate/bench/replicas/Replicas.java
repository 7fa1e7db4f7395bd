package dev.huntgate.bench.replicas;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Four replicas on one Redis before one upstream, which are killed and started again under more
 * load than the budget can pay for; ends with 1 when something was not kept.
 *
 * <p>Started by {@code src/bench/replicas/run}, which says where things are.
 */
public final class Replicas {

  private Replicas() {}

  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.of(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      return;
    }
    System.out.println(options);
    boolean good = true;
    for (String alignment : options.alignments()) {
      try (Trial trial =
          new Trial(options, alignment, folder("work"), folder("app"), property("redis"))) {
        Verdict verdict = trial.run();
        System.out.printf("%n## %s%n%n%s%n", alignment, verdict);
        good &= verdict.isGood();
      }
    }
    System.exit(good ? 0 : 1);
  }

  private static Path folder(String name) {
    return Path.of(property(name)).toAbsolutePath();
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty("replicas." + name), name);
  }
}

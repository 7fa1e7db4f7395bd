package dev.huntgate.kql;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What reading a query of 5 KB costs: its canonical form, beside the same by the lexer; all that is
 * read off it; and checking it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ReadingBenchmark {

  private static final int SIZE = 5_000;

  private final String kql = kql();

  /** The canonical form, as each hunt needs it. */
  @Benchmark
  public CanonicalKql canonical() {
    return CanonicalKql.of(kql);
  }

  /** The same by the lexer alone. */
  @Benchmark
  public CanonicalKql canonicalByTheLexer() {
    return CanonicalKql.lexed(kql);
  }

  /** The canonical form and its hash. */
  @Benchmark
  public String hash() {
    return CanonicalKql.of(kql).hash();
  }

  /** All that is read off a query. */
  @Benchmark
  public KqlReading read() {
    return KqlReading.read(kql, Corpus.NOW);
  }

  /** All that is told of a query. */
  @Benchmark
  public KqlCheck check() {
    return KqlCheck.of(kql, Corpus.NOW);
  }

  /** Many published queries in one: each by a name of its own, and the first of them asked for. */
  private static String kql() {
    StringBuilder text = new StringBuilder();
    List<String> queries =
        Corpus.queries().stream()
            .filter(query -> !query.startsWith("let") && !query.endsWith(";"))
            .toList();
    for (int i = 0; text.length() < SIZE; i++) {
      text.append("let q").append(i).append(" = ").append(queries.get(i)).append(";\n");
    }
    String whole = text.append("q0 | take 10").toString();
    if (!KqlSyntax.parse(whole).errors().isEmpty()) {
      throw new IllegalStateException("The query to measure has to be one");
    }
    return whole;
  }

  public static void main(String[] args) throws RunnerException {
    // Forks take their class path from here; Maven keeps ours elsewhere.
    if (ReadingBenchmark.class.getClassLoader() instanceof URLClassLoader loader) {
      System.setProperty(
          "java.class.path",
          Arrays.stream(loader.getURLs())
              .map(URL::getPath)
              .collect(Collectors.joining(File.pathSeparator)));
    }
    new Runner(new OptionsBuilder().include(ReadingBenchmark.class.getSimpleName()).build()).run();
  }
}

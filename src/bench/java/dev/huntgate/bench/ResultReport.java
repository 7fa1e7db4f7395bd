package dev.huntgate.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.result.Condition;
import dev.huntgate.result.Operator;
import dev.huntgate.result.Order;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultCodec;
import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;
import dev.huntgate.upstream.HuntingBodies;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * What the {@link ReferenceResult} costs to build, keep, page, sort and export, beside Jackson on
 * the same bytes; a table in Markdown.
 *
 * <p>It runs itself anew for each JDK whose home {@code -Djdks} names, apart by commas (else for
 * the one that runs it): once with {@code -Xmx256m}, reading the body from a file as from a
 * network, and once with room for the peers.
 */
public final class ResultReport {

  private static final int PAGE = 100;
  private static final double MEGA = 1e6;

  private ResultReport() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      Path body = Path.of(args[1]);
      if (args[0].equals("small")) {
        buildInLittleMemory(body);
      } else {
        measure(Files.readAllBytes(body));
      }
      return;
    }
    Path body = Files.createTempFile("reference-result", ".json");
    try {
      try (OutputStream out = Files.newOutputStream(body)) {
        new ReferenceResult().writeTo(out);
      }
      String homes = System.getProperty("jdks", System.getProperty("java.home"));
      for (String home : homes.split(",")) {
        fork(home, "-Xmx256m", "small", body);
        fork(home, "-Xmx3g", "all", body);
      }
    } finally {
      Files.delete(body);
    }
  }

  private static void fork(String home, String heap, String part, Path body)
      throws IOException, InterruptedException {
    // Maven keeps the class path in a loader of its own.
    String path =
        ResultReport.class.getClassLoader() instanceof URLClassLoader loader
            ? Arrays.stream(loader.getURLs())
                .map(URL::getPath)
                .collect(Collectors.joining(File.pathSeparator))
            : System.getProperty("java.class.path");
    int status =
        new ProcessBuilder(
                home + "/bin/java",
                heap,
                "-XX:+UseG1GC",
                "-cp",
                path,
                ResultReport.class.getName(),
                part,
                body.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IllegalStateException(part + " ended with status " + status);
    }
  }

  private static void buildInLittleMemory(Path body) throws IOException {
    System.out.printf("%n## JDK %s%n%n", Runtime.version());
    System.out.printf("| what | figure | beside it |%n| --- | --- | --- |%n");
    long start = System.nanoTime();
    build(body);
    double first = (System.nanoTime() - start) / MEGA;
    /* Only now all classes are loaded, and their archives' indexes are in the heap. */
    long before = used();
    Result result = build(body);
    long retained = used() - before;
    for (int i = 0; i < 5; i++) {
      build(body);
    }
    start = System.nanoTime();
    build(body);
    double warm = (System.nanoTime() - start) / MEGA;
    long json = Files.size(body);
    row("JSON", megabytes(json), result.rowCount() + " rows × " + result.columns().size());
    row("built with -Xmx256m", millis(first) + " cold", millis(warm) + " warm");
    row("retained, heap after GC", megabytes(retained), percent(retained, json) + " of the JSON");
    row(
        "retained, as bytes() says",
        megabytes(result.bytes()),
        percent(result.bytes(), retained) + " of the measured");
  }

  private static Result build(Path body) throws IOException {
    try (InputStream in = Files.newInputStream(body)) {
      return HuntingBodies.read(in);
    }
  }

  private static void measure(byte[] json) throws Exception {
    double scan = median(9, () -> scan(json));
    List<byte[]> pieces = HuntingBodies.pieces(json);
    double build = median(9, () -> HuntingBodies.read(pieces));
    double databind = median(5, () -> new ObjectMapper().readValue(json, Map.class));
    row("Jackson scan of every value", millis(scan), rate(json.length, scan));
    row("build", millis(build), times(build, scan) + " the scan");
    row("Jackson databind to maps", millis(databind), times(databind, build) + " the build");

    Result result = HuntingBodies.read(pieces);
    Rows rows = result.rows();
    pages("page of 100 rows", rows);
    for (String column :
        List.of("DeviceName", "SHA1", "ProcessCommandLine", "RemoteIP", "AdditionalFields")) {
      List<Order> order = List.of(Order.descending(column));
      int distinct = rows.summary(column, 0).distinctCount();
      row(
          "sort by " + column,
          millis(median(15, () -> rows.orderBy(order))),
          distinct + " distinct");
    }
    List<Order> order = List.of(Order.ascending("DeviceName"), Order.descending("Timestamp"));
    row("sort by DeviceName, Timestamp", millis(median(15, () -> rows.orderBy(order))), "");
    pages("page of 100 rows, sorted", rows.orderBy(order));
    List<Condition> contains =
        List.of(Condition.of("ProcessCommandLine", Operator.CONTAINS, "PYTHON").ignoringCase());
    row(
        "filter, contains, no case",
        millis(median(15, () -> rows.filter(contains))),
        rows.filter(contains).size() + " rows");
    row("summary of SHA1", millis(median(15, () -> rows.summary("SHA1", 10))), "");
    row("summary of Timestamp", millis(median(15, () -> rows.summary("Timestamp", 10))), "");
    long exported = ndjson(rows);
    double export = median(9, () -> ndjson(rows));
    row("NDJSON, one core", rate(exported, export), megabytes(exported));
    byte[] encoded = ResultCodec.encode(result);
    row(
        "encode",
        millis(median(5, () -> ResultCodec.encode(result))),
        megabytes(encoded.length) + ", " + percent(encoded.length, json.length) + " of the JSON");
    row("decode", millis(median(5, () -> ResultCodec.decode(encoded))), "");
  }

  private static void pages(String what, Rows rows) throws Exception {
    Random random = new Random(1);
    Utf8Buffer out = new Utf8Buffer(1 << 17);
    double page =
        median(
            4_001,
            () -> {
              out.clear();
              int from = random.nextInt(rows.size() - PAGE);
              for (int row = from; row < from + PAGE; row++) {
                rows.writeArray(row, out);
              }
              return out.size();
            });
    row(what, "%.1f µs".formatted(page * 1_000), rate(out.size(), page));
  }

  private static long ndjson(Rows rows) {
    Utf8Buffer out = new Utf8Buffer(1 << 17);
    long bytes = 0;
    for (int row = 0; row < rows.size(); row++) {
      rows.writeLine(row, out);
      if (out.size() > 1 << 16) {
        bytes += out.size();
        out.clear();
      }
    }
    return bytes + out.size();
  }

  private static long scan(byte[] json) throws IOException {
    long sum = 0;
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case VALUE_STRING -> sum += parser.getTextCharacters()[parser.getTextOffset()];
          case VALUE_NUMBER_INT -> sum += parser.getLongValue();
          case VALUE_NUMBER_FLOAT -> sum += (long) parser.getDoubleValue();
          default -> sum++;
        }
      }
    }
    return sum;
  }

  /** The median time of a call in milliseconds, after as many calls that do not count. */
  private static double median(int calls, Callable<?> call) throws Exception {
    List<Long> times = new ArrayList<>();
    int kept = 0;
    for (int i = 0; i < 2 * calls; i++) {
      long start = System.nanoTime();
      kept += call.call().hashCode();
      times.add(System.nanoTime() - start);
    }
    if (kept == 42) {
      System.out.println();
    }
    return times.subList(calls, 2 * calls).stream().sorted().toList().get(calls / 2) / MEGA;
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void row(String what, String figure, String beside) {
    System.out.printf("| %s | %s | %s |%n", what, figure, beside);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f MB", bytes / MEGA);
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private static String times(double time, double other) {
    return String.format(Locale.ROOT, "%.2f ×", time / other);
  }

  private static String rate(long bytes, double millis) {
    return String.format(Locale.ROOT, "%.0f MB/s", bytes / MEGA / (millis / 1_000));
  }
}

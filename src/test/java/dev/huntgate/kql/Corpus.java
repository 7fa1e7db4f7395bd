package dev.huntgate.kql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Queries in the manner of published ones, with what is to be read off them. */
final class Corpus {

  /** What the queries mean by {@code now()}. */
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /**
   * One query.
   *
   * @param title what it is about
   * @param kql its text
   * @param expected what is to be read off it, by name
   */
  record Entry(String title, String kql, Map<String, String> expected) {

    @Override
    public String toString() {
      return title;
    }
  }

  private Corpus() {}

  static Stream<Entry> entries() {
    return Stream.of("endpoint", "identity", "language").flatMap(Corpus::read);
  }

  static List<String> queries() {
    return entries().map(Entry::kql).toList();
  }

  private static Stream<Entry> read(String file) {
    List<Entry> entries = new ArrayList<>();
    for (String part : text("/kql/" + file + ".kql").split("(?m)^//= ")) {
      if (!part.isBlank()) {
        entries.add(entry(part));
      }
    }
    return entries.stream();
  }

  private static Entry entry(String part) {
    Map<String, String> expected = new HashMap<>();
    StringBuilder kql = new StringBuilder();
    String[] lines = part.split("\n");
    for (String line : List.of(lines).subList(1, lines.length)) {
      if (line.startsWith("//- ")) {
        int colon = line.indexOf(": ");
        expected.put(line.substring(4, colon), line.substring(colon + 2));
      } else {
        kql.append(kql.isEmpty() ? "" : "\n").append(line);
      }
    }
    return new Entry(lines[0], kql.toString(), expected);
  }

  private static String text(String resource) {
    try (InputStream stream = Corpus.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

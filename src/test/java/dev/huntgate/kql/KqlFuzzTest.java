package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Reads what nobody would write, for as long as {@code -Dfuzz.seconds} says, a second if it says
 * nothing, and finds no crash, no hang, and no time that grows faster than the text.
 *
 * <p>Each failure names the seed of its text.
 */
class KqlFuzzTest {

  private static final long SECONDS = Long.getLong("fuzz.seconds", 1);
  private static final int SHORT = 12_500;
  private static final int LONG = 100_000;

  /** Eight times the text, and as much again for noise and the machine's warming up. */
  private static final double MOST_GROWTH = 8 * 4;

  private static final long FAST_NANOS = Duration.ofMillis(500).toNanos();
  private static final Duration HANG = Duration.ofSeconds(60);

  private final List<String> queries = Corpus.queries();
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Test
  void neitherFailsNorHangs_whenQueriesAreMutated() {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos() * 2 / 3;
    for (long seed = 0; seed == 0 || System.nanoTime() < end; seed++) {
      String text = mutated(new Random(seed));
      String name = "seed " + seed + ": " + text;
      assertTimeoutPreemptively(HANG, () -> assertDoesNotThrow(() -> read(text), name), name);
    }
  }

  @Test
  void takesTimeInProportion_whenTextsRepeatThemselves() {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos() / 3;
    for (int i = 0; i < 20; i++) {
      queries.forEach(this::read);
    }
    for (long seed = 0; seed == 0 || System.nanoTime() < end; seed++) {
      Random random = new Random(seed);
      String part = part(random);
      String before = random.nextBoolean() ? "" : "T | where A == 1 ";
      String name = "seed " + seed + ": " + part;
      assertTimeoutPreemptively(
          HANG, () -> assertDoesNotThrow(() -> assertInProportion(before, part, name), name), name);
    }
  }

  private void assertInProportion(String before, String part, String name) {
    long little = time(before + part.repeat(1 + SHORT / part.length()));
    long much = time(before + part.repeat(1 + LONG / part.length()));
    assertTrue(
        much < FAST_NANOS || much < MOST_GROWTH * little,
        () -> name + " takes " + little + " ns, and eight times of it " + much);
  }

  /**
   * The least processor time of a few tries: what else the machine does counts in none of them, and
   * what the virtual machine compiles or collects meanwhile hardly in all.
   */
  private long time(String text) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4 && (i == 0 || least > FAST_NANOS / 8); i++) {
      long start = threads.getCurrentThreadCpuTime();
      read(text);
      least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
    }
    return least;
  }

  private void read(String text) {
    KqlCheck check = KqlCheck.of(text, Corpus.NOW);
    int lines = (int) text.lines().count() + 1;
    assertTrue(check.diagnostics().size() <= 100);
    check.diagnostics().forEach(d -> assertTrue(d.line() <= lines && d.column() >= 1, d::message));
    String canonical = CanonicalKql.of(text).text();
    assertEquals(canonical, CanonicalKql.of(canonical).text());
  }

  private String mutated(Random random) {
    StringBuilder text = new StringBuilder(any(random));
    for (int i = random.nextInt(12); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(20));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, text.substring(at, to));
        case 2 -> text.insert(at, part(random));
        case 3 -> text.setLength(at);
        case 4 -> text.setCharAt(at, (char) random.nextInt(random.nextInt(4) == 0 ? 0x3000 : 0x80));
        default -> text.append(any(random), 0, 1);
      }
    }
    return text.toString();
  }

  /** A stretch of tokens out of a query. */
  private String part(Random random) {
    List<String> tokens = new ArrayList<>(List.of(CanonicalKql.of(any(random)).text().split(" ")));
    int from = random.nextInt(tokens.size());
    int to = Math.min(tokens.size(), from + 1 + random.nextInt(8));
    return String.join(random.nextBoolean() ? " " : "", tokens.subList(from, to)) + " ";
  }

  private String any(Random random) {
    return queries.get(random.nextInt(queries.size()));
  }
}

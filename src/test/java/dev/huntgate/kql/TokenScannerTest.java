package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the fast way to the canonical form against the lexer, which defines it. */
class TokenScannerTest {

  private static final int TEXTS_PER_SEED = 500;

  /** The beginnings, ends and middles of all tokens, and what could be mistaken for them. */
  private static final List<String> PARTS =
      List.of(
          "T",
          "|",
          "in",
          "in~",
          "!in~",
          "!in",
          "has_any",
          "h",
          "H",
          "@",
          "'",
          "\"",
          "`",
          "~",
          "```",
          "~~~",
          "datetime",
          "date",
          "time",
          "timespan",
          "guid",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "..",
          ".",
          ",",
          ";",
          "-",
          "+",
          "*",
          "/",
          "//",
          "%",
          "=",
          "==",
          "=~",
          "=>",
          "<",
          "<=",
          "<>",
          ">=",
          "!",
          "!=",
          "!~",
          "1",
          "0x1F",
          "3.14",
          "1e9",
          "1e+5",
          "1.5e-3",
          "5m",
          "100ms",
          "_x9",
          "Größe",
          "#",
          "$left",
          "?",
          "&",
          "^",
          "\\",
          "\n",
          "\r\n",
          "\r",
          " ",
          "\t",
          "a-b",
          "é",
          "\u00A0",
          "\u000B",
          "\u000C",
          "\u001C",
          "\u0000",
          "\u007F",
          "1.2.3e+4",
          "\uD83D\uDE00",
          "\uD800",
          "\u0663",
          "in~~~",
          "h@'",
          "h@\"",
          "h```",
          "e",
          "E",
          "0",
          "9",
          "_");

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  static Stream<Corpus.Entry> entries() {
    return Corpus.entries();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithTheLexer_whenTheTextIsNoise(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TEXTS_PER_SEED; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(14); part > 0; part--) {
        text.append(
            random.nextInt(3) == 0
                ? String.valueOf((char) random.nextInt(random.nextInt(20) == 0 ? 0x300 : 0x80))
                : PARTS.get(random.nextInt(PARTS.size())));
      }
      assertAgrees(text.toString());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void agreesWithTheLexer_whenTheTextIsAQueryCutAnywhere(Corpus.Entry entry) {
    for (int end = 0; end <= entry.kql().length(); end++) {
      assertAgrees(entry.kql().substring(0, end));
    }
  }

  @Test
  void agreesWithTheLexer_whenTheTextIsAnyPairOfCharacters() {
    for (char one = 0; one < 0x80; one++) {
      for (char other = 0; other < 0x80; other++) {
        assertAgrees("" + one + other);
        assertAgrees("a" + one + other + "1");
        assertAgrees("1" + one + other + "e");
      }
    }
  }

  private static void assertAgrees(String text) {
    assertEquals(CanonicalKql.lexed(text), CanonicalKql.of(text));
  }
}

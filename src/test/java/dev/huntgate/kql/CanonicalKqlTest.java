package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalKqlTest {

  private static final List<String> GAPS =
      List.of(" ", "\n", "\t", "  \r\n ", " // a note\n", "\n// 'quoted' | \"note\"\n\n");

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @Test
  void joinsTokensWithOneSpace_whenTheyAreSpreadOut() {
    assertEquals(
        "T | where A == 'x  y' and Time > ago ( 1d )",
        CanonicalKql.of("T\n| where A=='x  y' // why\n  and Time>ago(1d)  ").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "1d # 1 d",
        "1.5 # 1 . 5",
        "0x1F # 0 x1F",
        "12abc # 12 abc",
        "!in # ! in",
        "!inx # !in x",
        "has_any # has _any",
        "project-away # project - away",
        "a-b # a - b",
        "'a' # \"a\"",
        "h'a' # h 'a'",
        "@'a''b' # @'a' 'b'",
        "datetime(2026-01-01 10:00) # datetime(2026-01-01  10:00)",
        "$left # $ left",
        "a#b # a #b",
        "T | where x # t | where x",
      })
  void keepsApart_whenTextsCouldDiffer(String one, String other) {
    assertNotEquals(CanonicalKql.of(one), CanonicalKql.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'never closed",
        "\"never closed",
        "@'never\nclosed",
        "```never\nclosed",
        "~~~never`closed",
        "h\"never",
        "'ends in \\",
        "datetime(2026",
        "guid(",
        "'a\nb'",
        "\"a\\\nb\"",
        "",
        " ",
      })
  void losesNothing_whenALiteralIsNotClosed(String broken) {
    String query = "T | where A == " + broken;
    String canonical = CanonicalKql.of(query).text();

    assertEquals(query.replace(" ", "").strip(), canonical.replace(" ", "").strip());
    assertEquals(canonical, CanonicalKql.of(canonical).text());
  }

  @Test
  void keepsTheLineBreak_whenAStringEndsAtIt() {
    assertNotEquals(CanonicalKql.of("x 'abc\n| where y"), CanonicalKql.of("x 'abc | where y"));
    assertEquals("x 'abc\n | where y", CanonicalKql.of("x 'abc\n| where y").text());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void staysTheSame_whenReadAgain(long seed) {
    String canonical = CanonicalKql.of(RandomKql.noise(new Random(seed))).text();

    assertEquals(canonical, CanonicalKql.of(canonical).text());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void staysTheSame_whenSpaceAndCommentsComeBetweenTokens(long seed) {
    Random random = new Random(seed);
    List<String> tokens = RandomKql.tokens(random);
    StringBuilder spread = new StringBuilder();
    for (String token : tokens) {
      spread.append(GAPS.get(random.nextInt(GAPS.size()))).append(token);
    }

    assertEquals(String.join(" ", tokens), CanonicalKql.of(spread.toString()).text());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changes_whenACharacterInsideALiteralDoes(long seed) {
    Random random = new Random(seed);
    String literal = RandomKql.literal(random);
    int at = 1 + random.nextInt(literal.length() - 1);
    String changed =
        literal.substring(0, at) + (literal.charAt(at) == ' ' ? '\t' : ' ') + literal.substring(at);

    assertNotEquals(
        CanonicalKql.of("T | where A == " + literal + " | count"),
        CanonicalKql.of("T | where A == " + changed + " | count"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "\"",
        "`",
        "~",
        "h'",
        "@\"",
        "datetime(",
        "date ",
        "(",
        "a-",
        "1.",
        "!",
        "//",
        "//\n",
        "ä",
        "\uD800",
        "\uDC00",
        "\uD83D\uDE00",
        "\u00A0",
        "\\",
        "1e+",
        "time//\n",
        "``",
        "'\\\n",
      })
  void answersSoon_whenAHundredKilobytesRepeatThemselves(String part) {
    String query = part.repeat(100_000 / part.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(CanonicalKql.of(query), CanonicalKql.of(query)));
  }
}

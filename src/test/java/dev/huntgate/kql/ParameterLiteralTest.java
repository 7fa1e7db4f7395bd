package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterLiteralTest {

  private static final List<String> HOSTILE =
      List.of(
          "\"",
          "'",
          "\\",
          "\n",
          "\r",
          "\u2028",
          "\u0085",
          "`",
          "```",
          "~~~",
          "@\"",
          "h'",
          "//",
          "|",
          ";",
          ")",
          "(",
          "\" | take 1",
          "\\\"",
          "\u0000",
          "\uD800",
          "\uDC00",
          "\uFEFF",
          "\u202E",
          "ä",
          "\uD83D\uDE00",
          "datetime(",
          "$",
          " ",
          "x");

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void leavesTheQueryAsItIs_whateverTheText(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(
          random.nextBoolean()
              ? HOSTILE.get(random.nextInt(HOSTILE.size()))
              : String.valueOf((char) random.nextInt(0x10000)));
    }
    String value = text.toString();
    String query = "T | where A == " + ParameterLiteral.of(value) + " | take 5 // end";
    List<? extends Token> tokens = KqlTokens.lexer(query).getAllTokens();

    assertEquals(types("T | where A == \"x\" | take 5"), types(query));
    assertEquals(value, KqlLiteral.text(tokens.get(5).getText()));
    assertEquals(
        types("dynamic([\"a\", \"b\"])"), types(ParameterLiteral.of(List.of(value, value))));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
  void isALong_whateverTheNumber(long number) {
    assertEquals("long(" + number + ")", ParameterLiteral.of(number));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, real(0.5)",
    "-1e-300, real(-1.0E-300)",
    "NaN, real(nan)",
    "Infinity, real(+inf)",
    "-Infinity, real(-inf)"
  })
  void isAReal_whateverTheNumber(double number, String expected) {
    assertEquals(expected, ParameterLiteral.of(number));
    assertEquals(List.of(), KqlSyntax.parse("print " + expected).errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1H2M3.0000004S", "-P40DT1S", "P3650D"})
  void isReadBack_whenItIsASpan(Duration span) {
    assertEquals(span, KqlTime.span(KqlTime.enclosed(ParameterLiteral.of(span))).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-01T00:00:00Z", "2026-03-01T12:30:45.1234567Z"})
  void isReadBack_whenItIsAMoment(Instant moment) {
    assertEquals(
        moment, KqlTime.moment(KqlTime.enclosed(ParameterLiteral.of(moment))).orElseThrow());
  }

  @Test
  void isOneToken_whenItIsAGuidOrATruth() {
    UUID guid = UUID.fromString("74be27de-1e4e-49d9-b579-fe0b331d3642");

    assertEquals(List.of(KqlLexer.GUID_LITERAL), types(ParameterLiteral.of(guid)));
    assertEquals(List.of(KqlLexer.TRUE), types(ParameterLiteral.of(true)));
    assertEquals(List.of(KqlLexer.FALSE), types(ParameterLiteral.of(false)));
  }

  private static List<Integer> types(String kql) {
    return KqlTokens.lexer(kql).getAllTokens().stream().<Integer>map(Token::getType).toList();
  }
}

package dev.huntgate.hunting.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import dev.huntgate.kql.KqlLexer;
import dev.huntgate.kql.KqlLiteral;
import dev.huntgate.kql.KqlSyntax;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That no value changes a query, by the lexer. */
class ParameterPropertyTest {

  private static final String QUERY =
      "DeviceInfo | where DeviceName == text and n > number or flag | where A in (texts)"
          + " and B in (numbers) | where Timestamp between (moment .. now()) and S < span | take 5";

  private static final List<Parameter> PARAMETERS =
      List.of(
          parameter("text", ParameterType.STRING, false),
          parameter("texts", ParameterType.STRING, true),
          parameter("number", ParameterType.INT, false),
          parameter("numbers", ParameterType.INT, true),
          parameter("flag", ParameterType.BOOL, false),
          parameter("moment", ParameterType.DATETIME, false),
          parameter("moments", ParameterType.DATETIME, true),
          parameter("span", ParameterType.TIMESPAN, false),
          parameter("spans", ParameterType.TIMESPAN, true));

  private static final SavedHunt HUNT =
      new SavedHunt(
          "h",
          "t",
          "d",
          List.of(),
          List.of(),
          PARAMETERS,
          QUERY,
          null,
          SavedHunt.Origin.FOLDER,
          false);

  private static final List<String> HOSTILE =
      List.of(
          "\"",
          "'",
          "\\",
          "\n",
          "\r\n",
          "\u2028",
          "\u0085",
          "`",
          "```",
          "~~~",
          "@\"",
          "h\"",
          "//",
          "/*",
          "|",
          ";",
          ")",
          "]",
          "}",
          "let x = 1;",
          "\"; DeviceInfo | take 1 //",
          "\\\"",
          "\\u0022",
          "\u0000",
          "\uD800",
          "\uDC00",
          "\uFEFF",
          "\u202E",
          "\u200B",
          "\u00e4",
          "\uD83D\uDE00",
          "datetime(",
          "dynamic([",
          "$",
          " ",
          "text",
          "long(1)",
          "P7D",
          "true",
          "-1");

  static LongStream seeds() {
    return LongStream.range(0, 1_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void leavesTheTokensAsTheyAre_whateverTheValues(long seed) {
    Random random = new Random(seed);
    int items = random.nextInt(4);
    String text = text(random);
    Map<String, Object> given = new HashMap<>();
    given.put("text", text);
    given.put("texts", list(items, () -> text(random)));
    given.put("number", random.nextLong());
    List<Long> numbers = list(items, random::nextLong);
    given.put("numbers", numbers);
    given.put("flag", random.nextBoolean());
    given.put("moment", moment(random));
    given.put("moments", list(items, () -> moment(random)));
    given.put("span", span(random));
    given.put("spans", list(items, () -> span(random)));
    Map<String, Object> plain = new HashMap<>();
    plain.put("text", "x");
    plain.put("texts", list(items, () -> "x"));
    plain.put("number", (Long) given.get("number") < 0 ? -1 : 1);
    // A sign is a token of its own within a list.
    plain.put("numbers", numbers.stream().map(number -> number < 0 ? -1 : 1).toList());
    plain.put("flag", given.get("flag"));
    plain.put("moment", "2026-01-01T00:00:00Z");
    plain.put("moments", list(items, () -> "2026-01-01T00:00:00Z"));
    plain.put("span", "P1D");
    plain.put("spans", list(items, () -> "P1D"));

    String query = HUNT.kqlWith(given);

    assertEquals(types(HUNT.kqlWith(plain)), types(query));
    assertTrue(query.endsWith(";\n" + QUERY));
    assertEquals(PARAMETERS.size(), query.lines().count() - 1, query);
    assertEquals(List.of(), KqlSyntax.parse(query).errors(), query);
    assertEquals(text, KqlLiteral.text(tokens(query).get(3).getText()));
  }

  /** Anything JSON may hold is taken as a value or refused by name, and breaks nothing. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void takesOrRefusesByName_whateverTheJson(long seed) {
    Random random = new Random(seed);
    Parameter parameter = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
    Object json = json(random, 3);
    Map<String, Object> given = new HashMap<>(valid());
    given.put(parameter.name(), json);
    try {
      assertEquals(
          PARAMETERS.size() + 1, HUNT.kqlWith(given).lines().count(), () -> "with " + json);
    } catch (FailureException refused) {
      assertEquals(FailureCode.INVALID_ARGUMENT, refused.failure().code());
      assertEquals("parameters." + parameter.name(), refused.failure().argument());
      assertTrue(refused.getMessage().length() < 300, refused::getMessage);
    }
  }

  @Test
  void refusesByName_whenAParameterIsMissingOrUnknown() {
    Map<String, Object> missing = new HashMap<>(valid());
    missing.put("span", null);
    assertEquals("parameters.span", refusal(missing));
    Map<String, Object> unknown = new HashMap<>(valid());
    unknown.put("spann", "P1D");
    assertEquals("parameters.spann", refusal(unknown));
  }

  private static String refusal(Map<String, Object> given) {
    return assertThrows(FailureException.class, () -> HUNT.kqlWith(given)).failure().argument();
  }

  @Test
  void refuses_whenTheListsMakeTheQueryTooLong() {
    Map<String, Object> given = new HashMap<>(valid());
    given.put("texts", Collections.nCopies(100, "x".repeat(1_000)));
    FailureException refused = assertThrows(FailureException.class, () -> HUNT.kqlWith(given));

    assertEquals(FailureCode.LIMIT_EXCEEDED, refused.failure().code());
    assertEquals("parameters", refused.failure().argument());
  }

  @Test
  void takesAListOfOne_whenASingleValueIsGiven() {
    Map<String, Object> given = new HashMap<>(valid());
    given.put("texts", "a");

    assertTrue(HUNT.kqlWith(given).contains("let texts = dynamic([\"a\"]);\n"));
  }

  private static Map<String, Object> valid() {
    Map<String, Object> given = new HashMap<>();
    given.put("text", "x");
    given.put("texts", List.of());
    given.put("number", 1);
    given.put("numbers", List.of());
    given.put("flag", true);
    given.put("moment", "2026-01-01T00:00:00Z");
    given.put("moments", List.of());
    given.put("span", "P1D");
    given.put("spans", List.of());
    return given;
  }

  private static Object json(Random random, int deep) {
    return switch (random.nextInt(deep > 0 ? 9 : 7)) {
      case 0 -> random.nextBoolean();
      case 1 -> random.nextInt();
      case 2 -> new BigDecimal(random.nextDouble());
      case 3 -> new BigInteger(200, random);
      case 4 -> new BigDecimal("1e1000000000");
      case 5 -> text(random);
      case 6 ->
          List.of("9".repeat(30), "-P1Y", "P99999999999D", "+999999999-01-01T00:00:00Z")
              .get(random.nextInt(4));
      case 7 -> list(random.nextInt(3), () -> json(random, deep - 1));
      default -> Collections.singletonMap(text(random), json(random, deep - 1));
    };
  }

  private static <T> List<T> list(int items, Supplier<T> item) {
    List<T> list = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      list.add(item.get());
    }
    return list;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(
          random.nextBoolean()
              ? HOSTILE.get(random.nextInt(HOSTILE.size()))
              : String.valueOf((char) random.nextInt(0x10000)));
    }
    return text.toString();
  }

  private static String moment(Random random) {
    return Instant.ofEpochSecond(
            random.nextLong(-2_000_000_000L, 7_000_000_000L), random.nextInt(1_000_000_000))
        .toString();
  }

  private static String span(Random random) {
    return Duration.ofSeconds(
            random.nextLong(-300_000_000L, 300_000_000L), random.nextInt(1_000_000_000))
        .toString();
  }

  private static Parameter parameter(String name, ParameterType type, boolean list) {
    return new Parameter(name, type, list, "d", null, Bounds.NONE, null);
  }

  private static List<Integer> types(String kql) {
    return tokens(kql).stream().<Integer>map(Token::getType).toList();
  }

  private static List<? extends Token> tokens(String kql) {
    return new KqlLexer(CharStreams.fromString(kql)).getAllTokens();
  }
}

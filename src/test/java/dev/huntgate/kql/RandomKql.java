package dev.huntgate.kql;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that look more or less like KQL, the same for the same random source. */
final class RandomKql {

  private static final List<String> WORDS =
      List.of(
          "T",
          "|",
          "where",
          "project-away",
          "mv-expand",
          "Timestamp",
          "==",
          "=~",
          "!in~",
          "in",
          "(",
          ")",
          "[",
          "]",
          "..",
          ".",
          ",",
          ";",
          "-",
          "+",
          "*",
          "/",
          "%",
          "has_any",
          "!has_cs",
          "ago",
          "let",
          "=",
          "<",
          ">=",
          "<>",
          "1",
          "0x1F",
          "3.14",
          "1e9",
          "5m",
          "100ms",
          "_x9",
          "Größe",
          "{",
          "}",
          ":",
          "=>",
          "#",
          "$left",
          "?",
          "12ab",
          "a-b-c",
          "dynamic",
          "null");
  private static final String NOISE =
      "abcT019 \t\n\r'\"`~@hH\\|()[]{}-+*/%=!<>.,:;#$?&^_ä\u00A0\uFEFFdatetime(1d//";

  private RandomKql() {}

  static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(80); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> noise.append(WORDS.get(random.nextInt(WORDS.size())));
        case 1 -> noise.append(literal(random));
        default -> noise.append(NOISE.charAt(random.nextInt(NOISE.length())));
      }
    }
    return noise.toString();
  }

  static List<String> tokens(Random random) {
    return IntStream.range(0, 1 + random.nextInt(40))
        .mapToObj(
            i -> random.nextInt(4) == 0 ? literal(random) : WORDS.get(random.nextInt(WORDS.size())))
        .toList();
  }

  static String literal(Random random) {
    String inside = inside(random);
    String literal =
        switch (random.nextInt(8)) {
          case 0 -> "'" + inside + "'";
          case 1 -> "\"" + inside + "\\\"\"";
          case 2 -> "@'" + inside + "''\\'";
          case 3 -> "@\"" + inside + "\n\"\"\"";
          case 4 -> "```" + inside + "\n`'```";
          case 5 -> "~~~" + inside + "\"\n~~~";
          case 6 -> "datetime(2026-01-0" + random.nextInt(9) + ")";
          default -> "guid(" + inside + ")";
        };
    return random.nextInt(5) == 0 && !literal.endsWith(")") ? "h" + literal : literal;
  }

  private static String inside(Random random) {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(i -> String.valueOf("ab 1|//-(=".charAt(random.nextInt(10))))
        .collect(Collectors.joining());
  }
}

package dev.huntgate.kql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Values as literals of KQL, to be put into queries.
 *
 * <p>Each is exactly one token, or a {@code dynamic(...)} or signed number of a fixed form,
 * whatever the value: a value never becomes a part of the query.
 */
public final class ParameterLiteral {

  private static final long NANOS_PER_TICK = 100;

  private ParameterLiteral() {}

  /** Returns a literal that stands for exactly this text. */
  public static String of(String text) {
    StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          if (isPlain(c)) {
            literal.append(c);
          } else {
            literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  private static boolean isPlain(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.FORMAT
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** Returns a literal of the type {@code long}. */
  public static String of(long number) {
    return "long(" + number + ")";
  }

  /** Returns a literal of the type {@code real}, infinities and no number included. */
  public static String of(double number) {
    return Double.isNaN(number)
        ? "real(nan)"
        : Double.isInfinite(number) ? "real(" + (number < 0 ? "-" : "+") + "inf)" : finite(number);
  }

  private static String finite(double number) {
    return "real(" + number + ")";
  }

  /** Returns a literal of the type {@code bool}. */
  public static String of(boolean value) {
    return value ? "true" : "false";
  }

  /** Returns a literal of the type {@code datetime}, in UTC. */
  public static String of(Instant moment) {
    return "datetime(" + moment + ")";
  }

  /** Returns a literal of the type {@code timespan}, which knows nothing finer than 100 ns. */
  public static String of(Duration span) {
    Duration size = span.abs();
    return String.format(
        Locale.ROOT,
        "timespan(%s%d.%02d:%02d:%02d.%07d)",
        span.isNegative() ? "-" : "",
        size.toDays(),
        size.toHoursPart(),
        size.toMinutesPart(),
        size.toSecondsPart(),
        size.toNanosPart() / NANOS_PER_TICK);
  }

  /** Returns a literal of the type {@code guid}. */
  public static String of(UUID guid) {
    return "guid(" + guid + ")";
  }

  /** Returns a literal of the type {@code dynamic}: a list of texts. */
  public static String of(List<String> texts) {
    return list(texts.stream().map(text -> of(text)).toList());
  }

  /**
   * Returns a literal of the type {@code dynamic}: a list.
   *
   * @param literals literals that this class made, or numbers as JSON has them
   */
  public static String list(List<String> literals) {
    return literals.stream().collect(Collectors.joining(", ", "dynamic([", "])"));
  }
}

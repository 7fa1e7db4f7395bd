package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.company.Incident;
import dev.huntgate.sandbox.company.Spelled;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A property that a filter may name.
 *
 * @param value what an incident has there
 * @param literal reads the other side of a comparison, throwing a {@link Refusal} when it cannot
 */
record FilterField(
    Function<Incident, @Nullable Comparable<?>> value, Function<String, Comparable<?>> literal) {

  static FilterField text(Function<Incident, @Nullable String> value) {
    return new FilterField(value::apply, FilterField::quoted);
  }

  static FilterField time(Function<Incident, Instant> value) {
    return new FilterField(value::apply, FilterField::instant);
  }

  /** A value of a closed list; upstream does not mind the case. */
  static <E extends Spelled> FilterField member(
      Function<Incident, E> value, Function<Spelled, String> spelling, E[] members) {
    Set<String> known =
        Arrays.stream(members)
            .map(member -> spelling.apply(member).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new FilterField(
        incident -> spelling.apply(value.apply(incident)).toLowerCase(Locale.ROOT),
        text -> {
          String wanted = quoted(text).toLowerCase(Locale.ROOT);
          if (!known.contains(wanted)) {
            throw invalid("'" + wanted + "' is not a value of this property.");
          }
          return wanted;
        });
  }

  static Refusal invalid(String why) {
    return new Refusal(Refusal.Reason.BAD_QUERY, "Invalid filter clause: " + why);
  }

  private static String quoted(String text) {
    if (text.length() < 2 || !text.startsWith("'")) {
      throw invalid("text has to stand in single quotes, found " + text + ".");
    }
    return text.substring(1, text.length() - 1).replace("''", "'");
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw invalid("not a date and time: " + text + ".");
    }
  }
}

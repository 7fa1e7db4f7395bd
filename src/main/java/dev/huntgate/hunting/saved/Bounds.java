package dev.huntgate.hunting.saved;

import com.google.re2j.Pattern;
import dev.huntgate.hunting.saved.ParameterValue.Moment;
import dev.huntgate.hunting.saved.ParameterValue.Span;
import dev.huntgate.hunting.saved.ParameterValue.Text;
import dev.huntgate.hunting.saved.ParameterValue.Whole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter allows of the values of its type.
 *
 * @param min the least number, time or length of time
 * @param max the greatest
 * @param maxLength the longest string, in UTF-16 code units
 * @param maxItems the longest list
 * @param allowed the only values there are; empty for any
 * @param pattern what the whole of a string has to match; matched in linear time
 */
public record Bounds(
    @Nullable ParameterValue min,
    @Nullable ParameterValue max,
    int maxLength,
    int maxItems,
    List<ParameterValue> allowed,
    @Nullable Pattern pattern) {

  static final int DEFAULT_MAX_LENGTH = 1_000;
  static final int DEFAULT_MAX_ITEMS = 100;

  /** Bounds that a file says nothing of. */
  static final Bounds NONE =
      new Bounds(null, null, DEFAULT_MAX_LENGTH, DEFAULT_MAX_ITEMS, List.of(), null);

  public Bounds {
    allowed = List.copyOf(allowed);
  }

  /** Why a single value is not allowed, in words that follow its name; empty when it is. */
  Optional<String> refusal(ParameterValue value) {
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      return Optional.of("has to be one of " + listed(allowed));
    }
    if (min != null && compare(value, min) < 0) {
      return Optional.of("has to be at least " + min.plain());
    }
    if (max != null && compare(value, max) > 0) {
      return Optional.of("may be at most " + max.plain());
    }
    if (value instanceof Text text) {
      if (text.value().length() > maxLength) {
        return Optional.of("may have at most " + maxLength + " characters");
      }
      if (pattern != null && !pattern.matches(text.value())) {
        return Optional.of("has to match the pattern " + pattern.pattern());
      }
    }
    return Optional.empty();
  }

  /** Compares two values of the same type that has an order. */
  static int compare(ParameterValue one, ParameterValue other) {
    if (one instanceof Whole a && other instanceof Whole b) {
      return Long.compare(a.value(), b.value());
    }
    if (one instanceof Moment a && other instanceof Moment b) {
      return a.value().compareTo(b.value());
    }
    if (one instanceof Span a && other instanceof Span b) {
      return a.value().compareTo(b.value());
    }
    throw new IllegalArgumentException("These have no order: " + one + ", " + other);
  }

  private static String listed(List<ParameterValue> values) {
    return values.stream()
        .map(value -> String.valueOf(value.plain()))
        .collect(Collectors.joining(", "));
  }
}

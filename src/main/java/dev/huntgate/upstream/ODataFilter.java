package dev.huntgate.upstream;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An OData {@code $filter} in the making: conditions that all have to hold. */
public final class ODataFilter {

  private final List<String> conditions = new ArrayList<>();

  /** The time is at or after this; rounded outward to a millisecond, since upstream may round. */
  public ODataFilter from(String field, @Nullable Instant time) {
    if (time != null) {
      conditions.add(field + " ge " + time.truncatedTo(ChronoUnit.MILLIS));
    }
    return this;
  }

  /** The time is at or before this; rounded outward likewise. */
  public ODataFilter to(String field, @Nullable Instant time) {
    if (time != null) {
      conditions.add(field + " lt " + time.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
    }
    return this;
  }

  /** The time is before this; rounded outward likewise. */
  public ODataFilter before(String field, @Nullable Instant time) {
    return to(field, time == null ? null : time.minusNanos(1));
  }

  /** The field is one of these; none means that it may be anything. */
  public ODataFilter oneOf(String field, List<String> values) {
    if (!values.isEmpty()) {
      String any =
          values.stream()
              .map(value -> field + " eq " + quoted(value))
              .collect(Collectors.joining(" or "));
      conditions.add(values.size() == 1 ? any : "(" + any + ")");
    }
    return this;
  }

  /** The filter's text; null when there is no condition. */
  public @Nullable String text() {
    return conditions.isEmpty() ? null : String.join(" and ", conditions);
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}

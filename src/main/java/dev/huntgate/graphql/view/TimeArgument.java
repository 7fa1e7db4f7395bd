package dev.huntgate.graphql.view;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads times ourselves, for the engine's refusal names neither the field nor what to write. */
public final class TimeArgument {

  private TimeArgument() {}

  /**
   * The time that a text stands for; null for none.
   *
   * @param place what is before the field's name where the caller wrote it, such as {@code filter.}
   */
  public static @Nullable Instant read(String place, String field, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new FailureException(
          new InvalidArgument(
              place + field,
              field + " has to be a time with its zone, such as 2026-03-01T00:00:00Z."));
    }
  }
}

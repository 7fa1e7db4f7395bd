package dev.huntgate.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} of answers that hold nothing but errors which pass with time. */
public final class RetryAfter {

  private static final long MILLIS = 1_000;

  private RetryAfter() {}

  /** The header's value, in seconds; rounded up, so that nobody comes too early. */
  public static Optional<Long> seconds(ExecutionResult result, Instant now) {
    return retryAt(result)
        .map(
            at ->
                Math.max(
                    1, Math.floorDiv(Duration.between(now, at).toMillis() + MILLIS - 1, MILLIS)));
  }

  /** The time at which none of the errors stands in the way any more. */
  private static Optional<Instant> retryAt(ExecutionResult result) {
    Object data = result.getData();
    boolean holdsData =
        data instanceof Map<?, ?> fields && fields.values().stream().anyMatch(Objects::nonNull);
    if (holdsData || !result.getErrors().stream().allMatch(error -> at(error) != null)) {
      return Optional.empty();
    }
    return result.getErrors().stream()
        .map(RetryAfter::at)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private static @Nullable Instant at(GraphQLError error) {
    Map<String, Object> extensions = error.getExtensions();
    Object at = extensions == null ? null : extensions.get("retryAt");
    return at == null ? null : Instant.parse(at.toString());
  }
}

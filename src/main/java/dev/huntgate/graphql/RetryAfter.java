package dev.huntgate.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ContextNotActiveException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Adds {@code Retry-After} to HTTP responses that hold nothing but errors which pass with time. */
final class RetryAfter extends SimplePerformantInstrumentation {

  private static final long MILLIS = 1_000;

  /** The response of the request that is executed; its scope may be over when the answer is. */
  private record Exchange(HttpServerResponse response) implements InstrumentationState {}

  private final CurrentVertxRequest request;
  private final Clock clock;

  RetryAfter(CurrentVertxRequest request, Clock clock) {
    this.request = request;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<InstrumentationState> createStateAsync(
      InstrumentationCreateStateParameters parameters) {
    return CompletableFuture.completedFuture(exchange());
  }

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    if (state instanceof Exchange exchange && !exchange.response().headWritten()) {
      retryAt(result)
          .map(at -> seconds(clock.instant(), at))
          .ifPresent(
              seconds -> exchange.response().putHeader("Retry-After", Long.toString(seconds)));
    }
    return CompletableFuture.completedFuture(result);
  }

  /** The time at which none of the errors stands in the way any more. */
  static Optional<Instant> retryAt(ExecutionResult result) {
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

  /** Rounded up, so that nobody comes too early. */
  static long seconds(Instant now, Instant then) {
    return Math.max(1, Math.floorDiv(Duration.between(now, then).toMillis() + MILLIS - 1, MILLIS));
  }

  private static @Nullable Instant at(GraphQLError error) {
    Map<String, Object> extensions = error.getExtensions();
    Object at = extensions == null ? null : extensions.get("retryAt");
    return at == null ? null : Instant.parse(at.toString());
  }

  private @Nullable InstrumentationState exchange() {
    try {
      RoutingContext current = request.getCurrent();
      return current == null ? null : new Exchange(current.response());
    } catch (ContextNotActiveException notOverHttp) {
      return null;
    }
  }
}

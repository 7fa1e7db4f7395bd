package dev.huntgate.upstream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;

/** Reads whole answers, and turns what goes wrong into failures. */
final class Answers {

  private final TokenSource tokens;
  private final long maxBytes;
  private final Clock clock;

  Answers(TokenSource tokens, long maxBytes, Clock clock) {
    this.tokens = tokens;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /**
   * Reads a body to its end.
   *
   * @param deadline for the whole answer
   */
  <T> Uni<T> read(ErrorReader.Asked asked, Multi<?> call, BodyReader<T> reader, Duration deadline) {
    return BodyReading.read(call, reader, maxBytes, deadline)
        .onFailure(UpstreamFailures::isRejectedToken)
        .invoke(tokens::forget)
        .onFailure()
        .transform(failure -> UpstreamFailures.of(asked, failure, clock.instant()));
  }
}

package dev.huntgate.upstream;

import dev.huntgate.failure.Failure.ResultTooLarge;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads whole answers, within a limit of time and of bytes, and turns what goes wrong into
 * failures.
 */
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
   * @param deadline for the whole answer, since the client's own time-out is for each read
   */
  <T> Uni<T> read(
      ErrorReader.Asked asked, Multi<byte[]> body, BodyReader<T> reader, Duration deadline) {
    AtomicLong bytes = new AtomicLong();
    return body.onItem()
        .invoke(piece -> feed(reader, piece, bytes))
        .onItem()
        .ignoreAsUni()
        .map(end -> finish(reader))
        .ifNoItem()
        .after(deadline)
        .fail()
        .onFailure(UpstreamFailures::isRejectedToken)
        .invoke(tokens::forget)
        .onFailure()
        .transform(failure -> UpstreamFailures.of(asked, failure, clock.instant()));
  }

  private void feed(BodyReader<?> reader, byte[] piece, AtomicLong bytes) {
    if (bytes.addAndGet(piece.length) > maxBytes) {
      throw new FailureException(
          new ResultTooLarge(
              "Upstream's answer is longer than "
                  + maxBytes
                  + " bytes; ask for fewer rows or columns, or raise"
                  + " HUNTGATE_LIMITS_MAX_RESPONSE_BYTES.",
              null));
    }
    try {
      reader.feed(piece);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T finish(BodyReader<T> reader) {
    try {
      return reader.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.huntgate.upstream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one answer's body to its end, within a limit of time and of bytes.
 *
 * <p>Who leaves, or fails to read what came, leaves the rest to be dropped, so that its connection
 * can be used again. Only what is long or late costs its connection: to close one is safe as long
 * as more is to come, but when the answer has come whole another call may be using it.
 *
 * @param <T> what is made of the body
 */
final class BodyReading<T> {

  /* More than can have come of an answer without having been handed on. */
  private static final long MOST_DROPPED_BYTES = 1 << 20;

  private final BodyReader<T> reader;
  private final long maxBytes;
  private final UniEmitter<? super T> outcome;
  private final ScheduledFuture<?> alarm;
  private volatile @Nullable HttpClientResponse answer;
  private volatile boolean dropping;
  private volatile boolean late;
  private long bytes;
  private long dropped;

  private BodyReading(
      BodyReader<T> reader, long maxBytes, Duration deadline, UniEmitter<? super T> outcome) {
    this.reader = reader;
    this.maxBytes = maxBytes;
    this.outcome = outcome;
    this.alarm =
        Infrastructure.getDefaultWorkerPool()
            .schedule(this::giveUp, deadline.toMillis(), TimeUnit.MILLISECONDS);
    outcome.onTermination(() -> dropping = true);
  }

  /**
   * Calls, and reads the answer's body.
   *
   * @param call what ends in an {@link UnreadAnswer} when the answer is good
   * @param deadline for the whole answer, since the client's own time-out is for each read
   */
  static <T> Uni<T> read(Multi<?> call, BodyReader<T> reader, long maxBytes, Duration deadline) {
    return Uni.createFrom()
        .emitter(
            outcome -> {
              BodyReading<T> reading = new BodyReading<>(reader, maxBytes, deadline, outcome);
              call.subscribe().with(unexpected -> {}, reading::begin);
            });
  }

  private void begin(Throwable answered) {
    UnreadAnswer unread = UpstreamFailures.cause(answered, UnreadAnswer.class).orElse(null);
    if (unread == null) {
      end();
      fail(answered);
      return;
    }
    HttpClientResponse begun = unread.answer();
    answer = begun;
    begun.exceptionHandler(this::broken).handler(this::piece).endHandler(end -> finish());
    begun.resume();
    if (late) {
      close();
    }
  }

  private void piece(Buffer piece) {
    if (dropping) {
      drop(piece.length());
      return;
    }
    bytes += piece.length();
    if (bytes > maxBytes) {
      fail(new TooLongException(maxBytes));
      return;
    }
    try {
      reader.feed(piece.getBytes());
    } catch (IOException | RuntimeException unreadable) {
      fail(unreadable);
    }
  }

  private void finish() {
    end();
    if (!dropping) {
      try {
        outcome.complete(reader.finish());
      } catch (IOException | RuntimeException unreadable) {
        fail(unreadable);
      }
    }
  }

  private void broken(Throwable failure) {
    end();
    fail(failure);
  }

  private void drop(int length) {
    dropped += length;
    if (dropped > MOST_DROPPED_BYTES) {
      close();
    }
  }

  private void giveUp() {
    late = true;
    fail(new TimeoutException());
    close();
  }

  private void fail(Throwable failure) {
    if (!dropping) {
      dropping = true;
      outcome.fail(failure);
    }
  }

  private void close() {
    end();
    HttpClientResponse begun = answer;
    if (begun != null) {
      begun.request().reset();
    }
  }

  private void end() {
    alarm.cancel(false);
  }
}

package dev.huntgate.upstream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads bodies to their end, within a limit of time and of bytes, and lets go of what is beyond.
 */
final class Bodies {

  private Bodies() {}

  /**
   * Reads a body.
   *
   * @param deadline for the whole answer, since the client's own time-out is for each read
   */
  static <T> Uni<T> read(
      Multi<byte[]> body, BodyReader<T> reader, long maxBytes, Duration deadline) {
    AtomicLong bytes = new AtomicLong();
    return body.onItem()
        .invoke(piece -> feed(reader, piece, bytes.addAndGet(piece.length), maxBytes))
        .onItem()
        .ignoreAsUni()
        .map(end -> finish(reader))
        .ifNoItem()
        .after(deadline)
        .fail();
  }

  private static void feed(BodyReader<?> reader, byte[] piece, long bytes, long maxBytes) {
    try {
      if (bytes > maxBytes) {
        throw new TooLongException(maxBytes);
      }
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

package dev.huntgate.export;

import dev.huntgate.result.Utf8Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file in pieces of some tens of KB, each made when it is asked for; not thread-safe.
 *
 * <p>A row is never split, so a piece is as large as a row when that is larger.
 */
final class Pieces implements AutoCloseable {

  private static final int PIECE_BYTES = 64 * 1024;
  private static final int BUFFER_BYTES = PIECE_BYTES + 8 * 1024;

  private final RowWriter writer;
  private final int from;
  private final int to;
  private final @Nullable Gzip gzip;
  private final Utf8Buffer buffer = new Utf8Buffer(BUFFER_BYTES);
  private int next;
  private volatile int rows;
  private boolean begun;
  private boolean ended;

  /**
   * @param from the first row, counted from zero; {@code to} the one behind the last
   */
  Pieces(RowWriter writer, int from, int to, boolean gzipped) {
    this.writer = writer;
    this.from = from;
    this.next = from;
    this.to = to;
    this.gzip = gzipped ? Gzip.create() : null;
  }

  /** The next piece; null when there is none. */
  byte @Nullable [] next() {
    while (!ended) {
      fill();
      byte[] piece = gzip == null ? buffer.toByteArray() : gzip.squeeze(buffer, ended);
      if (piece.length > 0) {
        return piece;
      }
    }
    return null;
  }

  /** How many rows are in the pieces that were made; may be asked for on any thread. */
  int rows() {
    return rows;
  }

  /** Frees what compression holds. */
  @Override
  public void close() {
    ended = true;
    if (gzip != null) {
      gzip.free();
    }
  }

  private void fill() {
    buffer.clear();
    if (!begun) {
      begun = true;
      writer.begin(buffer);
    }
    while (next < to && buffer.size() < PIECE_BYTES) {
      writer.row(next++, buffer);
    }
    rows = next - from;
    ended = next >= to;
  }

  private static final class Gzip extends GZIPOutputStream {

    /* Takes a third of the time of the default, for files a few percent larger. */
    private static final int LEVEL = 2;

    /* Begins with the header that the constructor writes. */
    private final ByteArrayOutputStream squeezed;

    private Gzip(ByteArrayOutputStream squeezed) throws IOException {
      super(squeezed, PIECE_BYTES);
      this.squeezed = squeezed;
      def.setLevel(LEVEL);
    }

    static Gzip create() {
      try {
        return new Gzip(new ByteArrayOutputStream(BUFFER_BYTES));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    byte[] squeeze(Utf8Buffer piece, boolean last) {
      try {
        piece.writeTo(this);
        if (last) {
          finish();
        }
        byte[] ready = squeezed.toByteArray();
        squeezed.reset();
        return ready;
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    void free() {
      def.end();
    }
  }
}

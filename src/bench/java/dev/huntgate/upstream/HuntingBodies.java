package dev.huntgate.upstream;

import dev.huntgate.result.Result;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads answers to hunts in the way they arrive, for benchmarks. */
public final class HuntingBodies {

  private static final int PIECE_BYTES = 16 * 1024;

  private HuntingBodies() {}

  /** A body in pieces such as a network gives. */
  public static List<byte[]> pieces(byte[] body) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < body.length; from += PIECE_BYTES) {
      pieces.add(Arrays.copyOfRange(body, from, Math.min(body.length, from + PIECE_BYTES)));
    }
    return pieces;
  }

  /** The result in a body. */
  public static Result read(List<byte[]> pieces) throws IOException {
    HuntingBody reader = new HuntingBody();
    for (byte[] piece : pieces) {
      reader.feed(piece);
    }
    return reader.finish().result();
  }

  /** The result in a body of which a piece at a time is in memory. */
  public static Result read(InputStream body) throws IOException {
    HuntingBody reader = new HuntingBody();
    for (byte[] piece = body.readNBytes(PIECE_BYTES);
        piece.length > 0;
        piece = body.readNBytes(PIECE_BYTES)) {
      reader.feed(piece);
    }
    return reader.finish().result();
  }
}

package dev.huntgate.upstream;

import dev.huntgate.result.Result;
import java.io.IOException;
import java.io.InputStream;

/** Reads answers to hunts in the way they arrive, for benchmarks. */
public final class HuntingBodies {

  private static final int PIECE_BYTES = 16 * 1024;

  private HuntingBodies() {}

  /** The result in a body, which is read in pieces such as a network gives. */
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

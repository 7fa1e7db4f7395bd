package dev.huntgate.upstream;

import java.io.IOException;

/**
 * Makes something of a body that comes in pieces; not thread-safe.
 *
 * @param <T> what it makes
 */
interface BodyReader<T> {

  /** Takes the next piece. */
  void feed(byte[] piece) throws IOException;

  /**
   * Ends the reading.
   *
   * @throws IOException when the body was cut off or is not what was expected
   */
  T finish() throws IOException;
}

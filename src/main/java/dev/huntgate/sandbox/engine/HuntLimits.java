package dev.huntgate.sandbox.engine;

import java.time.Duration;

/**
 * What hunts may use up.
 *
 * @param timeOut how long a hunt may run
 * @param atOnce how many hunts run at once; further ones wait their turn
 * @param threads how many threads they have together, each one's own not counted twice
 * @param memory bytes for all tables and all hunts
 * @param resultBytes how large a result may be: two bytes for each character of text, eight for
 *     each other value
 */
public record HuntLimits(Duration timeOut, int atOnce, int threads, long memory, long resultBytes) {

  /** Upstream's largest result (Defender for Endpoint's advanced hunting API, July 2026). */
  public static final long RESULT_BYTES = 50L << 20;

  private static final long MEMORY = 2L << 30;

  public HuntLimits {
    if (timeOut.isNegative() || timeOut.isZero() || atOnce < 1 || threads < 1) {
      throw new IllegalArgumentException("Hunts need some time and at least one thread");
    }
    if (memory < 64L << 20) {
      throw new IllegalArgumentException("huntgate.sandbox.memory must be at least 67108864");
    }
    if (resultBytes < 1) {
      throw new IllegalArgumentException("huntgate.sandbox.result-bytes must be at least 1");
    }
  }

  /** Limits that leave one of the processors to everything else. */
  public static HuntLimits beside(int processors) {
    int half = Math.max(1, processors / 2);
    return new HuntLimits(Duration.ofMinutes(10), half, half, MEMORY, RESULT_BYTES);
  }

  public HuntLimits timeOut(Duration other) {
    return new HuntLimits(other, atOnce, threads, memory, resultBytes);
  }

  public HuntLimits memory(long other) {
    return new HuntLimits(timeOut, atOnce, threads, other, resultBytes);
  }

  public HuntLimits resultBytes(long other) {
    return new HuntLimits(timeOut, atOnce, threads, memory, other);
  }
}

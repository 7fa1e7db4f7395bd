package dev.huntgate.cache;

import dev.huntgate.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A result as it is kept: what a hunt found, when, and at what price.
 *
 * @param id the id by which it can be read again while it is kept; opaque and not guessable
 * @param key the hunts that it answers
 * @param warnings what its readers should know of it or of its query
 * @param runningTime what it cost upstream: upstream's own statement, else our clock
 * @param storedAt when it arrived
 * @param freshUntil until when it answers equal hunts whose callers say nothing of its age
 */
public record StoredResult(
    String id,
    ResultKey key,
    Result result,
    List<String> warnings,
    Duration runningTime,
    Instant storedAt,
    Instant freshUntil)
    implements Kept {

  public StoredResult {
    warnings = List.copyOf(warnings);
  }
}

package dev.huntgate.cache;

import java.time.Duration;
import java.time.Instant;

/** A kept result's age, whether or not the result itself has been read. */
public interface Kept {

  /** The id by which the result can be read again; opaque and not guessable. */
  String id();

  /** When it arrived. */
  Instant storedAt();

  /** Until when it answers equal hunts whose callers say nothing of its age. */
  Instant freshUntil();

  /** Whether it still answers callers who say nothing of its age. */
  default boolean isFresh(Instant now) {
    return now.isBefore(freshUntil());
  }

  /** How old it is; never negative. */
  default Duration age(Instant now) {
    return now.isBefore(storedAt()) ? Duration.ZERO : Duration.between(storedAt(), now);
  }
}

package dev.huntgate.cache;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something made of kept results for whoever asks again, good while they are. */
public interface Ready {

  /** The kept results that it came from; none for what is always good. */
  List<Use> uses();

  /** About what it takes, in bytes. */
  long bytes();

  /**
   * A kept result that a part of the answer came from.
   *
   * @param newest whether the answer is only good while no newer result of the hunt is kept
   * @param until when the answer says something else of the result; null for never
   */
  record Use(StoredResult stored, boolean newest, @Nullable Instant until) {

    boolean isGood(ResultCache results, Instant now) {
      boolean inTime = until == null || now.isBefore(until);
      return inTime
          && (newest
              ? results.latest(stored.key()).filter(latest -> latest == stored).isPresent()
              : isKept(results));
    }

    boolean isKept(ResultCache results) {
      return results.find(stored.key().tenant(), stored.id()).isPresent();
    }
  }
}

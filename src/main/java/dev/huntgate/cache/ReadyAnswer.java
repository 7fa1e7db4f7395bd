package dev.huntgate.cache;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request as bytes, good while the kept results that it came from are.
 *
 * @param body the whole body; not to be changed
 * @param etag the entity tag of its data, with its quotes
 */
public record ReadyAnswer(byte[] body, String etag, List<Use> uses) {

  public ReadyAnswer {
    uses = List.copyOf(uses);
  }

  /**
   * A kept result that a part of the answer came from.
   *
   * @param newest whether the answer is only good while no newer result of the hunt is kept
   * @param until when the answer says something else of the result; null for never
   */
  public record Use(StoredResult stored, boolean newest, @Nullable Instant until) {

    boolean isGood(ResultCache results, Instant now) {
      boolean inTime = until == null || now.isBefore(until);
      return inTime
          && (newest
              ? results.latest(stored.key()).filter(latest -> latest == stored).isPresent()
              : results.find(stored.key().tenant(), stored.id()).isPresent());
    }
  }
}

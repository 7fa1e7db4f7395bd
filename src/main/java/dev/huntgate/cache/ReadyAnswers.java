package dev.huntgate.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were asked for more than once, as ready bytes.
 *
 * <p>They hold a small part of the memory that results may take, beside it.
 */
public final class ReadyAnswers {

  /* One answer is a page; a result is hundreds of them. */
  private static final int PART = 16;
  private static final int REMEMBERED = 1 << 13;

  private final ResultCache results;
  private final Clock clock;
  private final long maxBytes;
  private final Cache<ReadyKey, Ready> answers;
  /* The hashes of requests that were met lately; a clash only makes one ready early or late. */
  private final AtomicIntegerArray met = new AtomicIntegerArray(REMEMBERED);

  public ReadyAnswers(CacheConfig config, ResultCache results, Clock clock) {
    this.results = results;
    this.clock = clock;
    this.maxBytes = config.maxBytes() / PART;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(
                (ReadyKey key, Ready answer) ->
                    (int) Math.min(Integer.MAX_VALUE, key.weight() + answer.bytes()))
            .executor(Runnable::run)
            .build();
    results.whenGone(this::drop);
  }

  /** What is ready under a key, if it is of this kind and still good. */
  public <R extends Ready> @Nullable R find(ReadyKey key, Class<R> kind) {
    Ready answer = answers.getIfPresent(key);
    if (!kind.isInstance(answer)) {
      return null;
    }
    Instant now = clock.instant();
    for (Ready.Use use : answer.uses()) {
      if (!use.isGood(results, now)) {
        answers.asMap().remove(key, answer);
        return null;
      }
    }
    return kind.cast(answer);
  }

  /**
   * Whether an answer that could be ready is worth it: from the second time on that it is met.
   *
   * <p>Who pages through a result asks for each page once.
   */
  public boolean wants(ReadyKey key) {
    int slot = (key.hashCode() ^ key.hashCode() >>> 16) & (REMEMBERED - 1);
    return met.getAndSet(slot, key.hashCode()) == key.hashCode();
  }

  /** Keeps an answer ready, unless it is too long. */
  public void keep(ReadyKey key, Ready answer) {
    if (answer.bytes() < maxBytes / PART) {
      answers.put(key, answer);
      // The going of its results may have been missed meanwhile.
      if (answer.uses().stream().anyMatch(use -> !use.isKept(results))) {
        answers.asMap().remove(key, answer);
      }
    }
  }

  /* Answers would keep the memory of results that had to make room. */
  private void drop(StoredResult gone) {
    answers
        .asMap()
        .values()
        .removeIf(answer -> answer.uses().stream().anyMatch(use -> use.stored() == gone));
  }
}

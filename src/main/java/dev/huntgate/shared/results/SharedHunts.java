package dev.huntgate.shared.results;

import dev.huntgate.budget.Alarm;
import dev.huntgate.hunting.Sharing;
import dev.huntgate.shared.RedisCommands;
import java.time.Clock;
import java.time.Duration;

/** What replicas do for each other by way of Redis: keep results, and take turns in hunting. */
public final class SharedHunts {

  static final String CHANGED = "turn ";
  static final String PURGED = "purged ";

  private SharedHunts() {}

  /**
   * Begins to take part.
   *
   * @param keepStale for how long a result is kept after it is fresh
   * @param mostBytes how many bytes of encoded results are kept for each tenant
   * @param lease for how long a replica has its turn that is not heard of
   */
  public static Sharing join(
      RedisCommands redis,
      Duration keepStale,
      int mostBytes,
      Duration lease,
      Clock clock,
      Alarm alarm) {
    RedisResults results = new RedisResults(redis, keepStale, mostBytes, clock);
    RedisTurns turns = new RedisTurns(redis, lease, clock, alarm);
    redis.listen(
        HuntNames.CHANNEL,
        word -> {
          if (word.startsWith(CHANGED)) {
            turns.heard(word.substring(CHANGED.length()));
          } else if (word.startsWith(PURGED)) {
            results.heardOfPurge(word.substring(PURGED.length()));
          }
        },
        turns::missed);
    return new Sharing(results, turns);
  }
}

package dev.huntgate.budget;

import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Standing.WindowStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

/**
 * The values of the HTTP fields {@code RateLimit-Policy} and {@code RateLimit}, by
 * draft-ietf-httpapi-ratelimit-headers-11: structured fields, each a list with an item per window.
 *
 * <p>Running time has the quota unit {@code milliseconds}, which the draft's registry lacks.
 *
 * @param policy what may be spent; empty where there are no windows
 * @param limit what is left of it; empty where there are no windows
 */
public record RateLimitFields(String policy, String limit) {

  private static final long MILLIS = 1_000;

  /** The fields of the pools among these standings. */
  public static RateLimitFields of(List<Standing> standings, Instant now) {
    StringJoiner policy = new StringJoiner(", ");
    StringJoiner limit = new StringJoiner(", ");
    for (PoolName pool : PoolName.values()) {
      standings.stream()
          .filter(standing -> standing.operation() == pool.example())
          .forEach(standing -> add(pool, standing, now, policy, limit));
    }
    return new RateLimitFields(policy.toString(), limit.toString());
  }

  private static void add(
      PoolName pool, Standing standing, Instant now, StringJoiner policy, StringJoiner limit) {
    for (WindowStanding window : standing.windows()) {
      String name = '"' + name(pool, standing, window) + '"';
      boolean time = window.unit() == Unit.MILLISECONDS;
      policy.add(
          name
              + (";q=" + window.limit())
              + (time ? ";qu=\"milliseconds\"" : "")
              + (";w=" + Math.max(1, window.duration().toSeconds())));
      limit.add(name + left(standing, window, now));
    }
  }

  /** The name says how long the window is where others of its pool count the same. */
  private static String name(PoolName pool, Standing standing, WindowStanding window) {
    String name = pool.text() + (window.unit() == Unit.CALLS ? "-calls" : "-time");
    boolean only =
        standing.windows().stream().filter(other -> other.unit() == window.unit()).count() == 1;
    return only ? name : name + "-" + brief(window.duration());
  }

  private static String brief(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** Nothing is left during a pause; else the time is until more, or until all, is free again. */
  private static String left(Standing standing, WindowStanding window, Instant now) {
    Instant paused = standing.pausedUntil();
    if (standing.state() == State.PAUSED && paused != null) {
      return ";r=0;t=" + seconds(now, paused);
    }
    if (window.remaining() == 0) {
      return ";r=0;t=" + seconds(now, window.nextAt());
    }
    boolean untouched = window.used() == 0 && window.reserved() == 0;
    long time = untouched ? window.duration().toSeconds() : seconds(now, window.resetsAt());
    return ";r=" + window.remaining() + ";t=" + time;
  }

  private static long seconds(Instant now, Instant then) {
    long millis = Math.max(0, Duration.between(now, then).toMillis());
    return (millis + MILLIS - 1) / MILLIS;
  }
}

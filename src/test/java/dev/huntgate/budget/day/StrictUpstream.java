package dev.huntgate.budget.day;

import dev.huntgate.budget.day.Variant.Alignment;
import dev.huntgate.budget.day.Variant.Charging;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upstream that answers 429 to every call that arrives while a window is full.
 *
 * <p>Made from the published terms alone: it keeps the plain list of what happened and adds it up
 * anew for each call. Rejected calls count as calls.
 */
final class StrictUpstream {

  static final int CALLS_A_MINUTE = 15;
  static final long MINUTE = 60_000;
  static final long QUARTER = 900_000;
  static final long HOUR = 3_600_000;
  static final long DAY = 86_400_000;
  static final long HOUR_ALLOWS = 600_000;
  static final long DAY_ALLOWS = 14_400_000;
  static final long QUARTER_ALLOWS = 150_000;

  /**
   * A 429.
   *
   * @param retryAfter the header of that name in seconds, if there is one
   * @param retryAt when a client that reads all of the answer may come again
   */
  record Refusal(boolean ofCalls, String message, @Nullable Integer retryAfter, long retryAt) {}

  /** A hunt that runs or ran; the end is in the future while it runs. */
  record Run(int caller, long start, long end) {
    long within(long from, long to) {
      return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
  }

  private final Variant variant;
  private final boolean rejectedCount;
  private final Deque<Long> calls = new ArrayDeque<>();
  private final List<Run> runs = new ArrayList<>();
  private int refusals;

  StrictUpstream(Variant variant, boolean rejectedCount) {
    this.variant = variant;
    this.rejectedCount = rejectedCount;
  }

  List<Run> runs() {
    return runs;
  }

  /** A call arrives; null when it is accepted, and then it runs this long. */
  @Nullable Refusal call(int caller, long now, long runsFor) {
    Refusal refusal = callRefusal(now);
    if (refusal == null) {
      refusal = timeRefusal(now);
    }
    if (refusal == null || rejectedCount) {
      calls.add(now);
    }
    if (refusal == null) {
      runs.add(new Run(caller, now, now + runsFor));
    }
    return refusal;
  }

  private @Nullable Refusal callRefusal(long now) {
    long from = from(MINUTE, now);
    while (!calls.isEmpty() && calls.peek() < from) {
      calls.remove();
    }
    if (calls.size() < CALLS_A_MINUTE) {
      return null;
    }
    long seconds =
        variant.alignment() == Alignment.FIXED
            ? seconds(from + MINUTE - now)
            : seconds(calls.peek() + MINUTE - now);
    refusals++;
    String quota = "API calls quota exceeded! maximum allowed 15 per 00:01:00";
    // The three wordings in turn; none of them names a time sooner than the window's.
    return switch (refusals % 3) {
      case 0 -> new Refusal(true, quota, null, now + MINUTE);
      case 1 -> new Refusal(true, quota, (int) seconds, now + seconds * 1000);
      default ->
          new Refusal(
              true,
              quota + ". You can send requests again in " + seconds + " seconds.",
              null,
              now + seconds * 1000);
    };
  }

  private @Nullable Refusal timeRefusal(long now) {
    if (variant.alignment() == Alignment.CPU) {
      return used(QUARTER, now) < QUARTER_ALLOWS
          ? null
          : new Refusal(
              false,
              "You have exceeded processing resources allocated to this tenant.",
              null,
              (Math.floorDiv(now, QUARTER) + 1) * QUARTER);
    }
    if (used(DAY, now) >= DAY_ALLOWS) {
      return ofTime(DAY, DAY_ALLOWS, now);
    }
    return used(HOUR, now) >= HOUR_ALLOWS ? ofTime(HOUR, HOUR_ALLOWS, now) : null;
  }

  /** No recording of this answer is known; the published terms promise a time in it. */
  private Refusal ofTime(long window, long allows, long now) {
    // What runs is known to end, so this is a time at which the window is sure to have room.
    long full = now;
    long again = from(window, now) + (variant.alignment() == Alignment.FIXED ? window : 2 * window);
    while (variant.alignment() == Alignment.SLIDING && again - full > 500) {
      long middle = (full + again) / 2;
      if (used(window, middle) >= allows) {
        full = middle;
      } else {
        again = middle;
      }
    }
    long seconds = seconds(again - now);
    return new Refusal(
        false,
        "Running time quota exceeded! You can send requests again in " + seconds + " seconds.",
        (int) seconds,
        now + seconds * 1000);
  }

  /** What counts of this window, with all that ran until now. */
  long used(long window, long now) {
    long from = from(window, now);
    long used = 0;
    for (Run run : runs) {
      if (variant.charging() == Charging.AS_IT_ACCRUES) {
        used += run.within(from, now);
      } else if (run.end() >= from && run.end() <= now) {
        used += run.end() - run.start();
      }
    }
    return used;
  }

  /** The first millisecond that counts. */
  private long from(long window, long now) {
    boolean fixed =
        variant.alignment() == Alignment.FIXED
            || (variant.alignment() == Alignment.CPU && window == QUARTER);
    return fixed ? Math.floorDiv(now, window) * window : now - window + 1;
  }

  private static long seconds(long millis) {
    return Math.max(1, (millis + 999) / 1000);
  }
}

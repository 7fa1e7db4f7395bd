package dev.huntgate.budget.day;

import dev.huntgate.budget.Priority;
import dev.huntgate.budget.day.StrictUpstream.Refusal;
import dev.huntgate.budget.day.StrictUpstream.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What came of a day. */
public final class DayReport {

  public final Scenario scenario;
  public final Variant variant;
  public final long seed;

  public long nanos;
  public int asks;
  public int hits;
  public int joins;
  public int answered;
  public int refused;
  public int comebacks;
  public int gaveUp;
  public int calls;
  public int callWindow429;
  public int time429;

  /** The running time of what was asked for and not answered by a hit or a run under way. */
  public double askedAfterHits;

  /** For each 429 because of running time, by how much the window was overspent. */
  public final List<String> overspent = new ArrayList<>();

  public int runs;
  public long usedMillis;
  public long mostInAnHour;
  public long mostBackgroundInAnHour;
  public long backgroundMillis;
  public final Map<Priority, Double> jain = new EnumMap<>(Priority.class);

  /** What the index could have been at best, since no hunt can be shared out. */
  public final Map<Priority, Double> bestJain = new EnumMap<>(Priority.class);

  public final Map<Priority, Long> longestWait = new EnumMap<>(Priority.class);
  public int ownOutOfOrder;
  public int outOfTurn;
  public int starvedTurns;
  public int longestQueue;

  /** What the hunts in flight when the last was admitted ran longer than was reserved for them. */
  public long excess;

  DayReport(Scenario scenario, Variant variant, long seed) {
    this.scenario = scenario;
    this.variant = variant;
    this.seed = seed;
  }

  void throttled(Refusal refusal, StrictUpstream upstream, long now) {
    if (refusal.ofCalls()) {
      callWindow429++;
      return;
    }
    time429++;
    overspent.add(
        "hour "
            + upstream.used(StrictUpstream.HOUR, now)
            + " ms, day "
            + upstream.used(StrictUpstream.DAY, now)
            + " ms");
  }

  void close(StrictUpstream upstream, WatchedLedger ledger, Wishes wishes, long start) {
    count(upstream, wishes, start);
    longestWait.putAll(ledger.longestWait);
    ownOutOfOrder = ledger.ownOutOfOrder;
    outOfTurn = ledger.outOfTurn;
    starvedTurns = ledger.starvedTurns;
    longestQueue = ledger.longestQueue;
    excess = ledger.excessAfterLastGrant();
  }

  /** Adds up what upstream ran. */
  void count(StrictUpstream upstream, Wishes wishes, long start) {
    long end = start + StrictUpstream.DAY;
    long[] byCaller = new long[Wishes.CALLERS];
    long[] longest = new long[Wishes.CALLERS];
    for (Run run : upstream.runs()) {
      runs++;
      long used = run.within(start, end);
      usedMillis += used;
      byCaller[run.caller()] += used;
      longest[run.caller()] = Math.max(longest[run.caller()], used);
      boolean background = wishes.priority(run.caller()) == Priority.BACKGROUND;
      backgroundMillis += background ? used : 0;
    }
    for (Priority priority : Priority.values()) {
      long[] got = of(byCaller, wishes, priority);
      jain.put(priority, jain(got));
      bestJain.put(priority, jain(levelled(of(longest, wishes, priority), sum(got))));
    }
    mostInAnHour = mostInAnHour(upstream.runs(), end);
    mostBackgroundInAnHour =
        mostInAnHour(
            upstream.runs().stream()
                .filter(run -> wishes.priority(run.caller()) == Priority.BACKGROUND)
                .toList(),
            end);
  }

  /** The most running time in any hour; it is in one that ends when a hunt ends. */
  private static long mostInAnHour(List<Run> runs, long end) {
    long most = 0;
    for (Run last : runs) {
      long to = Math.min(last.end(), end);
      long used = 0;
      for (Run run : runs) {
        used += run.within(to - StrictUpstream.HOUR, to);
      }
      most = Math.max(most, used);
    }
    return most;
  }

  private static double jain(long[] shares) {
    double squares = 0;
    for (long share : shares) {
      squares += (double) share * share;
    }
    double sum = sum(shares);
    return squares == 0 ? 1 : sum * sum / (shares.length * squares);
  }

  private static long sum(long[] shares) {
    return Arrays.stream(shares).sum();
  }

  private static long[] of(long[] byCaller, Wishes wishes, Priority priority) {
    return IntStream.range(0, byCaller.length)
        .filter(caller -> wishes.priority(caller) == priority)
        .mapToLong(caller -> byCaller[caller])
        .toArray();
  }

  /** The most equal shares of a sum of which each has at least its longest hunt. */
  private static long[] levelled(long[] longest, long sum) {
    long low = 0;
    long high = sum;
    while (high - low > 1) {
      long level = (low + high) / 2;
      if (Arrays.stream(longest).map(least -> Math.max(least, level)).sum() > sum) {
        high = level;
      } else {
        low = level;
      }
    }
    long level = low;
    return Arrays.stream(longest).map(least -> Math.max(least, level)).toArray();
  }

  /** What Huntgate promises of a day and did not keep in this one. */
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    boolean cpu = variant.alignment() == Variant.Alignment.CPU;
    check(broken, callWindow429 == 0, "429 of a call window");
    check(broken, time429 == overspent.size(), "429 without an explanation");
    check(broken, cpu || time429 == 0, "429 of a running-time window " + overspent);
    check(broken, ownOutOfOrder == 0, "a caller's own asks served out of order");
    check(broken, outOfTurn == 0, "a caller served out of turn");
    check(broken, starvedTurns == 0, "background passed over though owed: " + starvedTurns);
    check(broken, usedMillis <= StrictUpstream.DAY_ALLOWS + excess, "overspent: " + usedMillis);
    return broken;
  }

  private static void check(List<String> broken, boolean kept, String what) {
    if (!kept) {
      broken.add(what);
    }
  }

  public double usedPart() {
    return (double) usedMillis / StrictUpstream.DAY_ALLOWS;
  }

  public double backgroundPart() {
    return (double) backgroundMillis / StrictUpstream.DAY_ALLOWS;
  }

  public double askedPart() {
    return askedAfterHits * 1000 / StrictUpstream.DAY_ALLOWS;
  }

  @Override
  public String toString() {
    return String.format(
        "%-24s seed %2d %.2fs asks %d hits %d joins %d asked %.1fx calls %d runs %d used %.3f%%"
            + " 429 %d+%d refused %d back %d bg %.1f%% bgHour %.1f hour %.1f jain %s best %s wait %s own %d"
            + " turn %d starved %d queue %d %s",
        variant,
        seed,
        nanos / 1e9,
        asks,
        hits,
        joins,
        askedPart(),
        calls,
        runs,
        usedPart() * 100,
        callWindow429,
        time429,
        refused,
        comebacks,
        backgroundPart() * 100,
        mostBackgroundInAnHour / 1e3,
        mostInAnHour / 1e3,
        jain,
        bestJain,
        longestWait,
        ownOutOfOrder,
        outOfTurn,
        starvedTurns,
        longestQueue,
        broken() + " excess " + excess);
  }
}

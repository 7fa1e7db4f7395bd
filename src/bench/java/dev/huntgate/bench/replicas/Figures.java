package dev.huntgate.bench.replicas;

import dev.huntgate.bench.replicas.Trouble.Kill;
import dev.huntgate.bench.replicas.Witness.Call;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What came of the calls that upstream got, in milliseconds since the load began. */
final class Figures {

  /** The published terms: so many calls in so long. */
  static final int LIMIT = 15;

  static final long MINUTE = 60_000;

  /** A minute and Huntgate's guard. */
  static final long WINDOW = 61_000;

  /* A killed process may have had the answer, but nobody got it from there. */
  private static final long JUST_AFTER = 1_000;

  /* Until those that are left have told Redis again what they know. */
  private static final long RETURN = 2_500;

  private final List<Call> calls;
  private final List<Kill> kills;
  private final List<Outage> outages;
  private final long end;

  /**
   * @param end when the load ended
   */
  Figures(List<Call> calls, List<Kill> kills, List<Outage> outages, long end) {
    this.calls = calls.stream().sorted(Comparator.comparingLong(Call::at)).toList();
    this.kills = kills;
    this.outages = outages;
    this.end = end;
  }

  long count(Predicate<Call> which) {
    return calls.stream().filter(which).count();
  }

  /** Calls too many for a window of calls, apart from the time around outages. */
  long overCalls() {
    return count(call -> call.isOverCalls() && !isDisturbed(call.at()));
  }

  /** Such calls around an outage. */
  long overCalls(Outage outage) {
    return count(call -> call.isOverCalls() && outage.covers(call.at()));
  }

  /** The most calls in any minute. */
  long mostInAMinute(Predicate<Call> which) {
    List<Call> some = calls.stream().filter(which).toList();
    long most = 0;
    int first = 0;
    for (int last = 0; last < some.size(); last++) {
      while (some.get(last).at() - some.get(first).at() >= MINUTE) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /**
   * The part of the limit that was used while nothing hindered, from 0 to 1; negative where there
   * was no such time.
   *
   * <p>Calls come in bursts, one a window. So it is the mean over all stretches as long as that.
   */
  double used() {
    long stretches = 0;
    long sum = 0;
    for (long from = WINDOW; from + WINDOW <= end; from += 500) {
      long begin = from;
      if (outages.stream().noneMatch(outage -> outage.touches(begin, begin + WINDOW))) {
        stretches++;
        sum += count(call -> call.isBought() && call.at() >= begin && call.at() < begin + WINDOW);
      }
    }
    return stretches == 0 ? -1 : sum / (double) stretches / LIMIT * MINUTE / WINDOW;
  }

  /** How often a hunt was bought while its last result would still have done. */
  Map<Excess, Long> excess(long freshness) {
    Map<Excess, Long> counts = new HashMap<>();
    Map<String, Call> latest = new HashMap<>();
    for (Call call : calls) {
      if (call.isBought()) {
        Call before = latest.put(call.kql(), call);
        if (before != null && call.at() < before.ended() + freshness) {
          counts.merge(excess(before, call), 1L, Long::sum);
        }
      }
    }
    return counts;
  }

  /** Why a hunt was bought again. */
  enum Excess {
    /** Who bought it was killed. */
    KILLED,
    /** There was no Redis. */
    CUT_OFF,
    /** For no such reason. */
    OTHER
  }

  private Excess excess(Call before, Call again) {
    boolean killed =
        kills.stream()
            .anyMatch(
                kill ->
                    kill.replica() == before.replica()
                        && kill.life() == before.life()
                        && kill.at() <= before.ended() + JUST_AFTER);
    if (killed) {
      return Excess.KILLED;
    }
    return isDisturbed(again.at()) || isDisturbed(before.at()) ? Excess.CUT_OFF : Excess.OTHER;
  }

  /**
   * Whether a job that was accepted then may have been in nobody's memory: some replica was killed
   * when Redis was down and came back empty, or so shortly before that its lease had not ended.
   */
  boolean couldHaveBeenForgotten(long accepted) {
    return outages.stream()
        .filter(outage -> outage.kind() == Outage.Kind.EMPTIED)
        .anyMatch(
            outage ->
                kills.stream()
                    .mapToLong(Kill::at)
                    .filter(at -> at >= accepted)
                    .anyMatch(
                        at ->
                            at >= outage.from() - Options.LEASE.toMillis()
                                && at < outage.to() + RETURN));
  }

  private boolean isDisturbed(long time) {
    return outages.stream().anyMatch(outage -> outage.covers(time));
  }
}

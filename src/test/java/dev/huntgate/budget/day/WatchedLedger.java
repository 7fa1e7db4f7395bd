package dev.huntgate.budget.day;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Ledger;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Reservation;
import dev.huntgate.budget.Standing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks over a ledger's shoulder: who was served in which order, and whose turn it was. */
final class WatchedLedger implements Ledger {

  /* The ledger counts an amount for the window, the guard of a second and at most a step. */
  private static final long LONGER = 1_000 + StrictUpstream.HOUR / 1_000 + 1;

  private static final class Waiting {
    final Ask ask;
    final long since;
    final long[] grantedBefore;

    Waiting(Ask ask, long since, long[] grantedBefore) {
      this.ask = ask;
      this.since = since;
      this.grantedBefore = grantedBefore;
    }
  }

  private record Spent(long time, long millis) {}

  private final Ledger ledger;
  private final VirtualTime time;
  private @Nullable Ask asking;
  private final List<Waiting> waiting = new ArrayList<>();
  private final long[] granted = new long[Wishes.CALLERS];
  private final Deque<Spent> background = new ArrayDeque<>();
  private final List<Watched> inFlight = new ArrayList<>();
  private final List<Watched> all = new ArrayList<>();

  final Map<Priority, Long> longestWait = new EnumMap<>(Priority.class);
  final Map<Admission.Reason, Integer> refusals = new EnumMap<>(Admission.Reason.class);
  int grants;
  int ownOutOfOrder;
  int outOfTurn;
  int starvedTurns;
  int longestQueue;

  WatchedLedger(Ledger ledger, VirtualTime time) {
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public Uni<Admission> admit(Tenant tenant, Ask ask) {
    return Uni.createFrom()
        .deferred(
            () -> {
              // Others may be told of their turn before this one is told of its own.
              asking = ask;
              return ledger.admit(tenant, ask);
            })
        .map(
            answer -> {
              asking = null;
              return first(ask, answer);
            });
  }

  @Override
  public Uni<Instant> expected(Tenant tenant, Ask ask) {
    return ledger.expected(tenant, ask);
  }

  @Override
  public Uni<List<Standing>> standing(Tenant tenant) {
    return ledger.standing(tenant);
  }

  private Admission first(Ask ask, Admission answer) {
    Waiting here = new Waiting(ask, time.millis(), granted.clone());
    if (!(answer instanceof Deferred deferred)) {
      return ended(here, answer);
    }
    waiting.add(here);
    longestQueue = Math.max(longestQueue, waiting.size());
    return new Deferred(
        deferred.place(),
        deferred
            .outcome()
            .map(
                outcome -> {
                  waiting.remove(here);
                  return ended(here, outcome);
                }));
  }

  private Admission ended(Waiting here, Admission answer) {
    if (answer instanceof Refused refused) {
      refusals.merge(refused.reason(), 1, Integer::sum);
      return answer;
    }
    Ask ask = here.ask;
    checkTurn(here);
    grants++;
    longestWait.merge(ask.priority(), time.millis() - here.since, Math::max);
    long estimate = ask.estimate().toMillis();
    granted[caller(ask)] += estimate;
    Watched reservation = new Watched(ask, ((Granted) answer).reservation());
    inFlight.add(reservation);
    all.add(reservation);
    return new Granted(reservation);
  }

  private void checkTurn(Waiting here) {
    boolean backgroundWaits = false;
    for (Waiting other : waiting) {
      backgroundWaits |= other.ask.priority() == Priority.BACKGROUND;
      if (other.ask.priority() != here.ask.priority() || other.since >= here.since) {
        // Of two who came in the same millisecond either may be first, unless they are one.
        continue;
      }
      int own = caller(here.ask);
      int others = caller(other.ask);
      if (own == others) {
        ownOutOfOrder++;
      } else if (granted[own] - other.grantedBefore[own] > granted[others]) {
        outOfTurn++;
      }
    }
    boolean interactive = here.ask.priority() == Priority.INTERACTIVE;
    if (interactive && backgroundWaits && isOwed()) {
      starvedTurns++;
    }
  }

  private boolean isOwed() {
    long now = time.millis();
    long hour =
        inFlight.stream()
            .filter(call -> call.ask.priority() == Priority.BACKGROUND)
            .mapToLong(call -> Math.max(call.ask.estimate().toMillis(), now - call.since))
            .sum();
    if (asking != null && asking.priority() == Priority.BACKGROUND) {
      hour += asking.estimate().toMillis();
    }
    long day = hour;
    for (Spent spent : background) {
      hour += spent.time > now - StrictUpstream.HOUR - LONGER ? spent.millis : 0;
      day += spent.millis;
    }
    return hour < StrictUpstream.HOUR_ALLOWS / 10 && day < StrictUpstream.DAY_ALLOWS / 10;
  }

  /** By how much the hunts in flight at the last grant ran longer than was reserved for them. */
  long excessAfterLastGrant() {
    if (all.isEmpty()) {
      return 0;
    }
    long last = all.get(all.size() - 1).since;
    return all.stream()
        .filter(call -> call.endedAt > last)
        .mapToLong(call -> call.excess(time.millis()))
        .sum();
  }

  static int caller(Ask ask) {
    return Integer.parseInt(ask.caller().name());
  }

  private final class Watched implements Reservation {

    private final Ask ask;
    private final Reservation reservation;
    private final long since = time.millis();
    private long endedAt = Long.MAX_VALUE;
    private long used;

    Watched(Ask ask, Reservation reservation) {
      this.ask = ask;
      this.reservation = reservation;
    }

    long excess(long now) {
      long ran = endedAt == Long.MAX_VALUE ? now - since : used;
      return Math.max(0, ran - ask.estimate().toMillis());
    }

    @Override
    public void settle(Duration used) {
      ended(used.toMillis());
      reservation.settle(used);
    }

    @Override
    public void withdraw() {
      ended(0);
      reservation.withdraw();
    }

    @Override
    public void fail() {
      ended(time.millis() - since);
      reservation.fail();
    }

    @Override
    public void settleByClock() {
      ended(time.millis() - since);
      reservation.settleByClock();
    }

    @Override
    public void throttled(Instant until) {
      ended(0);
      reservation.throttled(until);
    }

    private void ended(long ranFor) {
      used = ranFor;
      endedAt = time.millis();
      inFlight.remove(this);
      long estimate = ask.estimate().toMillis();
      granted[caller(ask)] += used - estimate;
      if (ask.priority() == Priority.BACKGROUND) {
        background.add(new Spent(time.millis(), used));
      }
    }
  }
}

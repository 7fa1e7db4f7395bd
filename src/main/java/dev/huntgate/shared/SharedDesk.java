package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Place;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Standing;
import dev.huntgate.shared.Reply.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One replica's side of one shared pool: takes steps, and tells its own callers what came of it.
 */
final class SharedDesk {

  private static final Logger LOG = Logger.getLogger(SharedDesk.class);
  private static final long NEVER = Long.MAX_VALUE;
  private static final long LATE_MILLIS = BudgetRules.ARRIVAL.toMillis() / 6;

  private final SharedPool pool;
  private final Replica replica;
  private final Books books;
  private final Link link;
  private final Reads reads;
  private long wakeAt = NEVER;
  private @Nullable Runnable cancelWake;

  SharedDesk(Tenant tenant, SharedPool pool, Replica replica) {
    this.pool = pool;
    this.replica = replica;
    this.books = new Books(pool.longestMillis());
    this.link = new Link(tenant, pool, replica, books, this);
    this.reads = new Reads(link);
  }

  Uni<Admission> admit(Ask ask) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long now = replica.now();
              SharedWaiter waiter =
                  new SharedWaiter(replica.newId(), ask, now + ask.maxWait().toMillis());
              return link.ask(waiter)
                  .map(asked -> answer(waiter))
                  .onCancellation()
                  .invoke(() -> leave(waiter));
            });
  }

  Uni<Instant> expected(Ask ask) {
    JsonObject wish = SharedWaiter.json("", ask);
    return reads.read(
        () -> step("expected").put("ask", wish),
        reply -> Instant.ofEpochMilli(reply.time("expected")),
        alone -> alone.expected(ask));
  }

  Uni<Standing> standing(Operation operation) {
    return reads.read(
        () -> step("standing"),
        reply -> Standings.read(operation, pool.windows(), reply),
        alone -> alone.standing(operation));
  }

  boolean isOf(String poolName) {
    return pool.name().equals(poolName);
  }

  boolean isAlone() {
    return link.alone() != null;
  }

  /** For how long it was cut off, all in all. */
  Duration aloneFor() {
    return link.aloneFor();
  }

  /** Somebody left word, or time has passed. */
  void wake() {
    synchronized (this) {
      if (books.isIdle()) {
        return;
      }
    }
    link.tell(step("wake"));
  }

  private Admission answer(SharedWaiter waiter) {
    Admission outcome = waiter.outcome;
    return outcome != null
        ? outcome
        : new Deferred(
            () -> place(waiter),
            Uni.createFrom()
                .completionStage(waiter.promise)
                .onCancellation()
                .invoke(() -> leave(waiter)));
  }

  private Uni<Place> place(SharedWaiter waiter) {
    return reads.read(
        () -> step("expected").put("ask", waiter.json(replica.now())),
        reply ->
            new Place(
                reply.body().getInteger("ahead"), Instant.ofEpochMilli(reply.time("expected"))),
        alone -> waiter.ownPlace(replica.now()));
  }

  private void leave(SharedWaiter waiter) {
    boolean waited;
    synchronized (this) {
      waited = books.take(waiter.id) != null;
    }
    waiter.leavesForGood();
    if (waited) {
      link.tell(step("leave").put("id", waiter.id));
    } else if (waiter.outcome instanceof Granted granted) {
      // Granted and left at the same moment: nobody is there to use it.
      granted.reservation().withdraw();
    }
  }

  private void ended(Ending ending) {
    synchronized (this) {
      books.ended(ending);
    }
    if (ending.how() == Ending.How.THROTTLED) {
      link.paused(Instant.ofEpochMilli(ending.pausedUntil()));
    }
    link.flush();
  }

  /**
   * Takes in what the store said; its outcomes go to those who wait.
   *
   * @param inTime asked with the lock held whether this still counts
   */
  void take(Reply reply, BooleanSupplier inTime) {
    List<Runnable> told = new ArrayList<>();
    synchronized (this) {
      if (!inTime.getAsBoolean()) {
        return;
      }
      for (Outcome outcome : reply.outcomes()) {
        SharedWaiter waiter = books.take(outcome.id());
        if (waiter != null && isLate(outcome)) {
          books.waits(waiter);
          books.ended(Ending.withdrawn(call(waiter, replica.now()), replica.now()));
          told.add(() -> link.askAgain(waiter));
        } else if (waiter == null) {
          if (outcome.granted() != null && !books.isRunning(outcome.id())) {
            // Whoever waited has left, or was served otherwise.
            told.add(() -> link.tell(step("leave").put("id", outcome.id())));
          }
        } else {
          Admission admission = admission(waiter, outcome);
          // With the lock held, so that one who leaves now gives it back.
          waiter.outcome = admission;
          told.add(() -> waiter.conclude(admission));
        }
      }
      setAlarm(reply.wake());
    }
    told.forEach(Runnable::run);
  }

  /* It counts as if it reached upstream in time, for which something has to be left. */
  private boolean isLate(Outcome outcome) {
    Long granted = outcome.granted();
    return granted != null && replica.now() - granted > LATE_MILLIS;
  }

  private SharedCall call(SharedWaiter waiter, long granted) {
    return new SharedCall(waiter.id, waiter.ask, granted, null, replica.clock(), this::ended);
  }

  private Admission admission(SharedWaiter waiter, Outcome outcome) {
    Long granted = outcome.granted();
    if (granted == null) {
      return new Refused(
          java.util.Objects.requireNonNull(outcome.refused()),
          Instant.ofEpochMilli(outcome.retryAt()));
    }
    SharedCall call = call(waiter, granted);
    books.runs(call);
    return new Granted(call);
  }

  /** A waiter turns to this replica's own ledger. */
  void waitAlone(Alone own, SharedWaiter waiter) {
    Admission said = own.admit(waiter.askNow(replica.now()));
    if (said instanceof Deferred deferred) {
      waiter.waitsAlone(
          deferred.place(),
          deferred
              .outcome()
              .subscribe()
              .with(
                  outcome -> takeOwn(own, waiter, outcome),
                  failure ->
                      LOG.errorf(failure, "A place in the queue of %s is lost", pool.name())));
    } else if (said instanceof Refused refused
        && waiter.deadline - replica.now() > SharedRules.GRACE.toMillis()) {
      Place place = new Place(0, refused.retryAt());
      waiter.waitsAlone(
          () -> Uni.createFrom().item(place),
          replica.alarm().after(SharedRules.GRACE, () -> takeOwn(own, waiter, refused))::run);
    } else {
      takeOwn(own, waiter, said);
    }
  }

  /** Takes in what this replica's own ledger said to one who waits. */
  void takeOwn(Alone own, SharedWaiter waiter, Admission said) {
    Admission outcome = said;
    synchronized (this) {
      // An own ledger that is reported or given up says nothing any more: the store is asked
      // instead.
      if (link.alone() != own || link.reporting() != null || books.take(waiter.id) == null) {
        outcome = null;
      } else if (said instanceof Granted granted) {
        SharedCall call =
            new SharedCall(
                waiter.id,
                waiter.ask,
                replica.now(),
                granted.reservation(),
                replica.clock(),
                this::ended);
        books.runs(call);
        outcome = new Granted(call);
      }
      if (outcome != null) {
        waiter.outcome = outcome;
      }
    }
    if (outcome != null) {
      waiter.conclude(outcome);
    } else if (said instanceof Granted granted) {
      granted.reservation().withdraw();
    }
  }

  JsonObject step(String what) {
    return new JsonObject().put("op", what);
  }

  JsonObject step(List<Ending> endings) {
    long now = replica.now();
    JsonArray ends = new JsonArray();
    endings.forEach(ending -> ends.add(ending.json(now)));
    return step("end").put("ends", ends);
  }

  /** Called with the lock held. While something is held, the store hears of it by the lease. */
  private void setAlarm(long wake) {
    if (books.isIdle()) {
      return;
    }
    long now = replica.now();
    long next = now + replica.rules().beatMillis();
    if (books.waitingCount() > 0) {
      next = Math.max(now + 1, Math.min(next, wake));
    }
    if (wakeAt > now && wakeAt <= next) {
      return;
    }
    if (cancelWake != null) {
      cancelWake.run();
    }
    wakeAt = next;
    cancelWake = replica.alarm().after(Duration.ofMillis(next - now), this::wakeInTime);
  }

  private void wakeInTime() {
    synchronized (this) {
      wakeAt = NEVER;
      cancelWake = null;
    }
    wake();
  }
}

package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One pool's way to the store, and its own ledger for while there is none.
 *
 * <p>In touch, every step goes to the store. The first that fails cuts off: callers are answered at
 * once from the own ledger, and the store is tried again every second. When it answers, it is told
 * all that happened meanwhile, and those who wait move to its queue.
 */
final class Link {

  private static final Logger LOG = Logger.getLogger(Link.class);

  private final SharedPool pool;
  private final Replica replica;
  private final Books books;
  /* Its lock guards the books and what follows here. */
  private final SharedDesk desk;
  private final Memory memory;
  private final Steps steps;
  private volatile @Nullable Alone alone;
  private @Nullable CompletableFuture<Void> reporting;

  Link(Tenant tenant, SharedPool pool, Replica replica, Books books, SharedDesk desk) {
    this.memory = new Memory(tenant, pool, replica);
    this.pool = pool;
    this.replica = replica;
    this.books = books;
    this.desk = desk;
    this.steps = new Steps(pool, replica, memory, desk, this::cutOff);
  }

  /** Completes when a report is over that is on its way; null when none is. */
  @Nullable CompletableFuture<Void> reporting() {
    synchronized (desk) {
      return reporting;
    }
  }

  /** The own ledger; null while in touch. */
  @Nullable Alone alone() {
    return alone;
  }

  Duration aloneFor() {
    synchronized (desk) {
      return memory.aloneFor(alone != null);
    }
  }

  /** Completes when a waiter has its outcome or a place in a queue. */
  Uni<Void> ask(SharedWaiter waiter) {
    CompletableFuture<Void> busy;
    Alone own;
    synchronized (desk) {
      books.waits(waiter);
      busy = reporting;
      own = alone;
    }
    if (busy != null) {
      return Uni.createFrom().completionStage(busy.copy());
    }
    if (own != null) {
      desk.waitAlone(own, waiter);
      return Uni.createFrom().voidItem();
    }
    return asked(waiter);
  }

  /** Gives back what a waiter was granted too late, and has it wait again. */
  void askAgain(SharedWaiter waiter) {
    flush();
    synchronized (desk) {
      if (alone != null || reporting != null) {
        return;
      }
    }
    asked(waiter).subscribe().with(asked -> {}, Link::known);
  }

  private Uni<Void> asked(SharedWaiter waiter) {
    synchronized (desk) {
      // Served or gone meanwhile; asked for once more, a call that has ended would be granted anew.
      if (!books.isWaiting(waiter.id)) {
        return Uni.createFrom().voidItem();
      }
    }
    return send(desk.step("ask").put("ask", waiter.json(replica.now())), 1)
        .flatMap(reply -> reply.lost() ? report() : Uni.createFrom().voidItem())
        .onFailure()
        .recoverWithNull();
  }

  /** Takes a step that nobody waits for; the next report makes up for one that fails. */
  void tell(JsonObject step) {
    synchronized (desk) {
      if (alone != null || reporting != null) {
        return;
      }
    }
    send(step, 0).subscribe().with(this::reportIfLost, Link::known);
  }

  private void reportIfLost(Reply reply) {
    if (reply.lost()) {
      report().subscribe().with(over -> {}, Link::known);
    }
  }

  /** Tells the store which calls have ended. */
  void flush() {
    List<Ending> sent;
    synchronized (desk) {
      if (alone != null || reporting != null) {
        return;
      }
      sent = books.send();
    }
    if (sent.isEmpty()) {
      return;
    }
    send(desk.step(sent), 0)
        .subscribe()
        .with(
            reply -> {
              reportIfLost(reply);
              synchronized (desk) {
                books.confirmed(reply.lost() ? List.of() : sent);
              }
            },
            Link::known);
  }

  /** Upstream asked for a pause, which a replica that is cut off has to remember itself. */
  void paused(Instant until) {
    Alone own = alone;
    if (own != null) {
      own.pause(pool.operation(), until);
    }
  }

  /**
   * Takes a step, even if whoever wanted it leaves: its reply may hold what others wait for.
   *
   * @param ownWaiters how many of those who wait the store cannot know yet
   */
  Uni<Reply> send(JsonObject step, int ownWaiters) {
    long epoch;
    synchronized (desk) {
      if (reporting != null) {
        return Uni.createFrom().failure(Steps.LATE);
      }
      memory.sign(step, books.runningCount() > 0 || books.waitingCount() > ownWaiters);
      epoch = memory.epoch();
    }
    return steps.take(step, epoch);
  }

  /* The failure of a step has cut off already, or the step was late. */
  private static void known(Throwable failure) {
    LOG.debugf("A step was not taken: %s", failure.getMessage());
  }

  /** The store failed; those who wait move to the own ledger. */
  private void cutOff(Throwable cause) {
    List<SharedWaiter> waiting;
    Alone own;
    synchronized (desk) {
      if (alone != null || reporting != null) {
        return;
      }
      own = memory.beginAlone(books);
      alone = own;
      waiting = books.waiting();
    }
    LOG.warnf(
        "%s is budgeted by this replica alone, with a part of each window: %s",
        pool.name(), cause.getMessage());
    waiting.forEach(waiter -> desk.waitAlone(own, waiter));
    tryAgain();
  }

  private void tryAgain() {
    replica
        .alarm()
        .after(
            SharedRules.RETRY,
            () ->
                replica
                    .store()
                    .ping()
                    .flatMap(there -> report())
                    .subscribe()
                    .with(
                        over -> {
                          if (alone != null) {
                            tryAgain();
                          }
                        },
                        failure -> tryAgain()));
  }

  /**
   * Tells the store all; completes when those who wait have a place again, wherever it is.
   *
   * <p>Whoever waits for that gets a copy: one who leaves cancels what they wait for.
   */
  Uni<Void> report() {
    CompletableFuture<Void> over = new CompletableFuture<>();
    List<SharedWaiter> waiting;
    synchronized (desk) {
      if (reporting != null) {
        return Uni.createFrom().completionStage(reporting.copy());
      }
      reporting = over;
      memory.beginReport();
      waiting = books.waiting();
    }
    waiting.forEach(SharedWaiter::leavesOwnQueue);
    JsonObject report;
    List<Ending> endings;
    long epoch;
    synchronized (desk) {
      report = books.report(replica.now());
      endings = books.unconfirmed();
      memory.describe(report.put("op", "report"), alone != null);
      memory.sign(report, books.runningCount() > 0 || books.waitingCount() > 0);
      epoch = memory.epoch();
    }
    steps
        .take(report, epoch)
        .subscribe()
        .with(reply -> reported(over, endings), failure -> stillAway(over, failure));
    return Uni.createFrom().completionStage(over.copy());
  }

  private void reported(CompletableFuture<Void> over, List<Ending> endings) {
    boolean wasAlone;
    List<SharedWaiter> waiting;
    synchronized (desk) {
      wasAlone = alone != null;
      if (wasAlone) {
        memory.endAlone();
      }
      books.reported(endings);
      alone = null;
      reporting = null;
      waiting = books.waiting();
    }
    if (wasAlone) {
      LOG.infof("%s is budgeted together with the other replicas again", pool.name());
    }
    flush();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (SharedWaiter waiter : waiting) {
      all = all.flatMap(before -> asked(waiter));
    }
    all.subscribe().with(done -> over.complete(null), failure -> over.complete(null));
  }

  private void stillAway(CompletableFuture<Void> over, Throwable failure) {
    List<SharedWaiter> waiting;
    Alone own;
    boolean first;
    synchronized (desk) {
      reporting = null;
      first = alone == null;
      own = alone == null ? memory.beginAlone(books) : alone;
      alone = own;
      waiting = books.waiting();
    }
    waiting.forEach(waiter -> desk.waitAlone(own, waiter));
    if (first) {
      LOG.warnf(
          "%s is budgeted by this replica alone, with a part of each window: %s",
          pool.name(), failure.getMessage());
      tryAgain();
    }
    over.complete(null);
  }
}

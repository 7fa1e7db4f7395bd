package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Deferred;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongFunction;
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
  private static final int ATTEMPTS = 3;

  private final Tenant tenant;
  private final SharedPool pool;
  private final Replica replica;
  private final Books books;
  /* Its lock guards the books and what follows here. */
  private final SharedDesk desk;
  private @Nullable String life;
  private long epoch;
  private @Nullable Reply known;
  private long knownAt;
  private volatile @Nullable Alone alone;
  /* The own ledger of last time: it goes on where not all have reported since. */
  private @Nullable Alone before;
  private @Nullable CompletableFuture<Void> reporting;
  private long aloneSince;
  private long aloneMillis;

  Link(Tenant tenant, SharedPool pool, Replica replica, Books books, SharedDesk desk) {
    this.tenant = tenant;
    this.pool = pool;
    this.replica = replica;
    this.books = books;
    this.desk = desk;
  }

  /** The own ledger; null while in touch. */
  @Nullable Alone alone() {
    return alone;
  }

  Duration aloneFor() {
    synchronized (desk) {
      long current = alone == null ? 0 : replica.now() - aloneSince;
      return Duration.ofMillis(aloneMillis + Math.max(0, current));
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
      return Uni.createFrom().completionStage(busy);
    }
    if (own != null) {
      waitAlone(own, waiter);
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
    asked(waiter).subscribe().with(asked -> {}, this::cutOff);
  }

  private Uni<Void> asked(SharedWaiter waiter) {
    return send(desk.step("ask").put("ask", waiter.json(replica.now())), 1)
        .flatMap(reply -> reply.lost() ? report() : Uni.createFrom().voidItem())
        .onFailure()
        .invoke(this::cutOff)
        .onFailure()
        .recoverWithNull();
  }

  /** Reads something off the store, or where that is away, off the own ledger. */
  <T> Uni<T> read(
      LongFunction<JsonObject> step, Function<Reply, T> reader, Function<Alone, Uni<T>> own) {
    return read(step, reader, own, ATTEMPTS);
  }

  private <T> Uni<T> read(
      LongFunction<JsonObject> step,
      Function<Reply, T> reader,
      Function<Alone, Uni<T>> own,
      int attempts) {
    return Uni.createFrom()
        .deferred(
            () -> {
              CompletableFuture<Void> busy;
              Alone now;
              synchronized (desk) {
                busy = reporting;
                now = alone;
              }
              if (now != null) {
                return own.apply(now);
              }
              if (busy != null) {
                return Uni.createFrom()
                    .completionStage(busy)
                    .flatMap(over -> again(step, reader, own, attempts));
              }
              return send(step.apply(replica.now()), 0)
                  .onItemOrFailure()
                  .transformToUni(
                      (reply, failure) -> {
                        if (failure != null) {
                          cutOff(failure);
                          return again(step, reader, own, attempts);
                        }
                        return reply.lost()
                            ? report().flatMap(over -> again(step, reader, own, attempts))
                            : Uni.createFrom().item(reader.apply(reply));
                      });
            });
  }

  private <T> Uni<T> again(
      LongFunction<JsonObject> step,
      Function<Reply, T> reader,
      Function<Alone, Uni<T>> own,
      int attempts) {
    return attempts > 1
        ? read(step, reader, own, attempts - 1)
        : Uni.createFrom()
            .failure(new StoreUnavailable("The shared budget cannot be read for now", null));
  }

  /** Takes a step that nobody waits for; the next report makes up for one that fails. */
  void tell(JsonObject step) {
    synchronized (desk) {
      if (alone != null || reporting != null) {
        return;
      }
    }
    send(step, 0)
        .subscribe()
        .with(
            reply -> {
              if (reply.lost()) {
                report().subscribe().with(over -> {}, this::cutOff);
              }
            },
            this::cutOff);
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
              if (reply.lost()) {
                report().subscribe().with(over -> {}, this::cutOff);
              } else {
                synchronized (desk) {
                  books.confirmed(sent);
                }
              }
            },
            this::cutOff);
  }

  /** Upstream asked for a pause, which a replica that is cut off has to remember itself. */
  void paused(Instant until) {
    Alone own = alone;
    if (own != null) {
      own.pause(pool.operation(), until);
    }
  }

  private Uni<Reply> send(JsonObject step, int ownWaiters) {
    synchronized (desk) {
      step.put("replica", replica.name()).put("epoch", epoch);
      step.put("newLife", "life-" + UUID.randomUUID());
      step.put("holds", books.runningCount() > 0 || books.waitingCount() > ownWaiters);
      if (life != null) {
        step.put("life", life);
      }
    }
    return replica
        .store()
        .step(pool.keys(), pool.description(), step.encode())
        .map(text -> Reply.read(text, replica.now()))
        .invoke(this::learn);
  }

  private void learn(Reply reply) {
    if (reply.lost()) {
      return;
    }
    synchronized (desk) {
      life = reply.life();
      known = reply;
      knownAt = replica.now();
    }
    desk.take(reply);
  }

  private void cutOff(Throwable cause) {
    List<SharedWaiter> waiting;
    Alone own;
    synchronized (desk) {
      if (alone != null || reporting != null) {
        return;
      }
      own = goAlone();
      waiting = books.waiting();
    }
    LOG.warnf(
        "%s is budgeted by this replica alone, with a part of each window: %s",
        pool.name(), cause.getMessage());
    waiting.forEach(waiter -> waitAlone(own, waiter));
    tryAgain();
  }

  /** Called with the lock held. */
  private Alone goAlone() {
    Alone own = before;
    if (own == null || known == null || !known.settling()) {
      own =
          new Alone(
              tenant,
              pool,
              replica.budget(),
              replica.rules(),
              known,
              knownAt,
              replica.clock(),
              replica.alarm());
    }
    alone = own;
    before = own;
    aloneSince = replica.now();
    return own;
  }

  private void waitAlone(Alone own, SharedWaiter waiter) {
    Admission said = own.admit(waiter.askNow(replica.now()));
    if (said instanceof Deferred deferred) {
      waiter.waitsAlone(
          deferred.place(),
          deferred
              .outcome()
              .subscribe()
              .with(
                  outcome -> desk.takeOwn(waiter, outcome),
                  failure ->
                      LOG.errorf(failure, "A place in the queue of %s is lost", pool.name())));
    } else {
      desk.takeOwn(waiter, said);
    }
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

  /** Tells the store all; completes when those who wait have a place again, wherever it is. */
  private Uni<Void> report() {
    CompletableFuture<Void> over = new CompletableFuture<>();
    List<SharedWaiter> waiting;
    synchronized (desk) {
      if (reporting != null) {
        return Uni.createFrom().completionStage(reporting);
      }
      reporting = over;
      epoch++;
      waiting = books.waiting();
    }
    waiting.forEach(SharedWaiter::leavesOwnQueue);
    JsonObject report;
    List<Ending> endings;
    synchronized (desk) {
      report = books.report(replica.now());
      endings = books.unconfirmed();
      describe(report.put("op", "report"));
    }
    send(report, 0)
        .subscribe()
        .with(reply -> reported(over, endings), failure -> stillAway(over, failure));
    return Uni.createFrom().completionStage(over);
  }

  /** Called with the lock held: what a store that has forgotten all is to assume. */
  private void describe(JsonObject report) {
    Reply last = known;
    if (last == null) {
      return;
    }
    long age = replica.now() - knownAt;
    report.put("fresh", age <= replica.rules().lease().toMillis() || alone != null);
    JsonArray spent = new JsonArray();
    for (int i = 0; i < last.spent().size(); i++) {
      boolean counts = age < pool.windows().get(i).duration().toMillis();
      spent.add(counts ? last.spent().get(i) : 0);
    }
    report.put("spent", spent);
    long pause = last.pausedUntil() - replica.now();
    if (last.pausedUntil() != Long.MIN_VALUE && pause > 0) {
      report.put("pause", pause);
    }
  }

  private void reported(CompletableFuture<Void> over, List<Ending> endings) {
    boolean wasAlone;
    List<SharedWaiter> waiting;
    synchronized (desk) {
      wasAlone = alone != null;
      if (wasAlone) {
        aloneMillis += Math.max(0, replica.now() - aloneSince);
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
      own = first ? goAlone() : java.util.Objects.requireNonNull(alone);
      waiting = books.waiting();
    }
    waiting.forEach(waiter -> waitAlone(own, waiter));
    if (first) {
      LOG.warnf(
          "%s is budgeted by this replica alone, with a part of each window: %s",
          pool.name(), failure.getMessage());
      tryAgain();
    }
    over.complete(null);
  }
}

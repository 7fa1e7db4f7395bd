package dev.huntgate.shared;

import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Place;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Priority;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A caller who waits: in the queue of all replicas, or in this one's own while it is cut off. */
final class SharedWaiter {

  private static final Cancellable NOWHERE = () -> {};

  final String id;
  final Ask ask;
  final long deadline;
  final CompletableFuture<Admission> promise = new CompletableFuture<>();
  volatile @Nullable Admission outcome;
  private Cancellable leaveOwn = NOWHERE;
  private @Nullable Supplier<Uni<Place>> ownPlace;
  private boolean gone;

  /**
   * @param deadline when the caller stops waiting, in milliseconds
   */
  SharedWaiter(String id, Ask ask, long deadline) {
    this.id = id;
    this.ask = ask;
    this.deadline = deadline;
  }

  /** The ask as it is now, some of the wait being over. */
  Ask askNow(long now) {
    return new Ask(
        ask.operation(),
        ask.caller(),
        ask.priority(),
        ask.estimate(),
        Duration.ofMillis(Math.max(0, deadline - now)));
  }

  /** As the script takes it. */
  JsonObject json(long now) {
    return json(id, askNow(now));
  }

  static JsonObject json(String id, Ask ask) {
    return new JsonObject()
        .put("id", id)
        .put("caller", ask.caller().name())
        .put("priority", ask.priority() == Priority.BACKGROUND ? 1 : 0)
        .put("estimate", ask.estimate().toMillis())
        .put("wait", ask.maxWait().toMillis());
  }

  /** It waits in this replica's own queue, from which this takes it. */
  void waitsAlone(Supplier<Uni<Place>> place, Cancellable leave) {
    synchronized (this) {
      ownPlace = place;
      leaveOwn = leave;
      if (!gone) {
        return;
      }
    }
    leave.cancel();
  }

  /** Where it stands in this replica's own queue; first, if it is not there or just leaves it. */
  Uni<Place> ownPlace(long now) {
    Supplier<Uni<Place>> place;
    synchronized (this) {
      place = ownPlace;
    }
    return place == null
        ? Uni.createFrom().item(new Place(0, Instant.ofEpochMilli(now)))
        : place.get();
  }

  /** It waits in this replica's own queue no longer. */
  void leavesOwnQueue() {
    Cancellable leave;
    synchronized (this) {
      leave = leaveOwn;
      leaveOwn = NOWHERE;
      ownPlace = null;
    }
    leave.cancel();
  }

  /** It waits nowhere any more. */
  void leavesForGood() {
    synchronized (this) {
      gone = true;
    }
    leavesOwnQueue();
  }

  void conclude(Admission with) {
    outcome = with;
    leavesForGood();
    promise.complete(with);
  }
}

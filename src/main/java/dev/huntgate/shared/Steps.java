package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Takes the steps of one pool to the store, and tells late replies from those that count.
 *
 * <p>What a report did not know of, it has undone in the store: a reply that a report has overtaken
 * must not be taken for granted, and its failure says nothing of the store.
 */
final class Steps {

  static final StoreUnavailable LATE =
      new StoreUnavailable("A report has overtaken this step", null);

  private final SharedPool pool;
  private final Replica replica;
  private final Memory memory;
  /* Its lock guards the memory. */
  private final SharedDesk desk;
  private final Consumer<Throwable> failed;

  /**
   * @param failed told when the store has failed
   */
  Steps(
      SharedPool pool,
      Replica replica,
      Memory memory,
      SharedDesk desk,
      Consumer<Throwable> failed) {
    this.pool = pool;
    this.replica = replica;
    this.memory = memory;
    this.desk = desk;
    this.failed = failed;
  }

  /**
   * Takes a step, even if whoever wanted it leaves: its reply may hold what others wait for.
   *
   * @param epoch the memory's when the step was signed
   */
  Uni<Reply> take(JsonObject step, long epoch) {
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    replica
        .store()
        .step(pool.keys(), pool.description(), step.encode())
        .map(text -> Reply.read(text, replica.now()))
        .invoke(reply -> learn(reply, epoch))
        .subscribe()
        .with(
            answer::complete,
            failure -> {
              if (!isLate(epoch)) {
                failed.accept(failure);
              }
              answer.completeExceptionally(failure);
            });
    return Uni.createFrom().completionStage(answer);
  }

  private void learn(Reply reply, long epoch) {
    if (isLate(epoch)) {
      throw LATE;
    }
    if (!reply.lost()) {
      desk.take(reply, () -> remember(reply, epoch));
    }
  }

  /* Called with the lock, since a report may have begun just now. */
  private boolean remember(Reply reply, long epoch) {
    boolean inTime = epoch == memory.epoch();
    if (inTime) {
      memory.learn(reply);
    }
    return inTime;
  }

  private boolean isLate(long epoch) {
    synchronized (desk) {
      return epoch != memory.epoch();
    }
  }
}

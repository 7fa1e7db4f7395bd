package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads how a pool stands: off the store, or off the own ledger while that is away. */
final class Reads {

  private static final int ATTEMPTS = 3;

  private final Link link;

  Reads(Link link) {
    this.link = link;
  }

  /**
   * What is read.
   *
   * @param step made anew for each attempt
   */
  <T> Uni<T> read(
      Supplier<JsonObject> step, Function<Reply, T> reader, Function<Alone, Uni<T>> own) {
    return read(step, reader, own, ATTEMPTS);
  }

  private <T> Uni<T> read(
      Supplier<JsonObject> step,
      Function<Reply, T> reader,
      Function<Alone, Uni<T>> own,
      int attempts) {
    if (attempts == 0) {
      return Uni.createFrom()
          .failure(new StoreUnavailable("The shared budget cannot be read for now", null));
    }
    Supplier<Uni<T>> again = () -> read(step, reader, own, attempts - 1);
    return Uni.createFrom()
        .deferred(
            () -> {
              Alone alone = link.alone();
              if (alone != null) {
                return own.apply(alone);
              }
              CompletableFuture<Void> busy = link.reporting();
              if (busy != null) {
                return Uni.createFrom().completionStage(busy.copy()).flatMap(over -> again.get());
              }
              return link.send(step.get(), 0)
                  .onItemOrFailure()
                  .transformToUni(
                      (reply, failure) -> {
                        if (failure != null) {
                          return again.get();
                        }
                        return reply.lost()
                            ? link.report().flatMap(over -> again.get())
                            : Uni.createFrom().item(reader.apply(reply));
                      });
            });
  }
}

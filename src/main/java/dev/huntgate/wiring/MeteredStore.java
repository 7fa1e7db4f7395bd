package dev.huntgate.wiring;

import dev.huntgate.shared.Store;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A shared store whose steps are counted and timed. */
final class MeteredStore implements Store {

  private final Store next;
  private final LongSupplier nanoTime;
  private final Timer taken;
  private final Timer failed;

  MeteredStore(Store next, MeterRegistry meters, LongSupplier nanoTime) {
    this.next = next;
    this.nanoTime = nanoTime;
    this.taken = timer("taken", meters);
    this.failed = timer("failed", meters);
  }

  @Override
  public Uni<String> step(List<String> keys, String pool, String step) {
    return Uni.createFrom()
        .deferred(
            () -> {
              long begun = nanoTime.getAsLong();
              return next.step(keys, pool, step)
                  .onItemOrFailure()
                  .invoke(
                      (reply, failure) ->
                          (failure == null ? taken : failed)
                              .record(nanoTime.getAsLong() - begun, TimeUnit.NANOSECONDS));
            });
  }

  @Override
  public Uni<Void> ping() {
    return next.ping();
  }

  @Override
  public void listen(String replica, Consumer<String> word, Runnable missed) {
    next.listen(replica, word, missed);
  }

  private static Timer timer(String outcome, MeterRegistry meters) {
    return Timer.builder("huntgate.shared.steps")
        .description("Steps of the shared ledger, and how long the store took for them")
        .tag("outcome", outcome)
        .register(meters);
  }
}

package dev.huntgate.budget;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at something that changes: at once, and again after each pause. */
public final class Looks {

  private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

  private Looks() {}

  /**
   * What each look found, from each subscription's own first one on.
   *
   * @param pause until it is time for the next look
   * @param last whether nothing changes any more; what it holds for is told and the last
   */
  public static <T> Multi<T> at(
      Supplier<Uni<T>> look, Supplier<Uni<Void>> pause, Predicate<T> last) {
    return Multi.createFrom()
        .deferred(
            () -> {
              AtomicBoolean looked = new AtomicBoolean();
              return Multi.createBy()
                  .repeating()
                  .uni(
                      () ->
                          (looked.getAndSet(true) ? pause.get() : NOTHING)
                              .flatMap(passed -> look.get()))
                  .whilst(last.negate());
            });
  }
}

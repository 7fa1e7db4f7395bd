package dev.huntgate.budget;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Wakes the ledger when time alone has changed something. */
public interface Alarm {

  /**
   * Runs something once after a delay, unless it is cancelled before.
   *
   * @return cancels it
   */
  Runnable after(Duration delay, Runnable wake);

  /** Completes after a delay; whoever stops waiting cancels it. */
  default Uni<Void> pause(Duration delay) {
    return Uni.createFrom()
        .emitter(emitter -> emitter.onTermination(after(delay, () -> emitter.complete(null))));
  }
}

package dev.huntgate.shared;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Consumer;

/** Where replicas keep what they share. */
public interface Store {

  /**
   * Takes one step of the ledger, all or nothing, and never twice.
   *
   * @param keys what the step may touch
   * @param pool the pool, as the script knows it
   * @param step what is to be done
   * @return the script's reply; fails with {@link StoreUnavailable} within the store's patience,
   *     and then the step may have been taken or may yet be
   */
  Uni<String> step(List<String> keys, String pool, String step);

  /**
   * Completes when the store can be reached; fails with {@link StoreUnavailable} as a step does.
   */
  Uni<Void> ping();

  /**
   * Listens for the names of pools in which others have left word for a replica.
   *
   * @param missed called whenever words may have been missed
   */
  void listen(String replica, Consumer<String> word, Runnable missed);
}

package dev.huntgate.hunting;

import dev.huntgate.cache.ResultKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The turns that replicas take in running hunts: of equal ones, one of them runs one at a time. */
public interface Turns {

  /** There are no other replicas. */
  Turns ALONE =
      key ->
          Uni.createFrom()
              .item(
                  new Mine() {
                    @Override
                    public void admitted() {}

                    @Override
                    public void end() {}
                  });

  /** Takes the turn, or learns that another replica has it; never fails. */
  Uni<Turn> take(ResultKey key);

  /** Whose turn it is. */
  sealed interface Turn {}

  /** This replica's, until it says that it is over, or is heard of no more. */
  non-sealed interface Mine extends Turn {

    /** The budget let the hunt go. */
    void admitted();

    /** It is over, with a result that others can read, or without one. */
    void end();
  }

  /**
   * Another replica's.
   *
   * @param runningSince when the budget let the hunt go; null while it waits for that
   * @param change completes when it is worth taking the turn again, within about a second
   */
  record Others(@Nullable Instant runningSince, Uni<Void> change) implements Turn {}
}

package dev.huntgate.cache;

import dev.huntgate.access.Tenant;
import dev.huntgate.result.RowRange;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The results that replicas keep for each other.
 *
 * <p>Nothing here fails: what cannot be read is not there, and what cannot be kept is not kept.
 */
public interface SharedResults {

  /** There are no other replicas. */
  SharedResults NONE =
      new SharedResults() {
        @Override
        public Uni<Optional<Found>> newest(ResultKey key) {
          return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Optional<StoredResult>> find(Tenant tenant, String id, RowRange rows) {
          return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Void> keep(StoredResult stored) {
          return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> written(String id) {
          return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Set<String>> purge(ResultKey key) {
          return Uni.createFrom().item(Set.of());
        }

        @Override
        public void whenPurged(Consumer<Predicate<ResultKey>> listener) {}
      };

  /** A result that is there, of which only its age has been read. */
  interface Found extends Kept {

    /**
     * The result; nothing when it went meanwhile.
     *
     * @param rows those that have to be there; not all of the others need to be
     */
    Uni<Optional<StoredResult>> read(RowRange rows);
  }

  /** The newest result under this key, however old it is. */
  Uni<Optional<Found>> newest(ResultKey key);

  /** The newest result under this key, read only if it is good, and then whole. */
  default Uni<Optional<StoredResult>> newest(ResultKey key, Predicate<? super Found> isGood) {
    return newest(key)
        .flatMap(
            found ->
                found
                    .filter(isGood)
                    .map(good -> good.read(RowRange.ALL))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /**
   * The result of this id, if it is there and belongs to the tenant.
   *
   * @param rows those that have to be there; not all of the others need to be
   */
  Uni<Optional<StoredResult>> find(Tenant tenant, String id, RowRange rows);

  /** Keeps a result for the others; completes when that is done or given up. */
  Uni<Void> keep(StoredResult stored);

  /** Completes when the result of this id is not just being kept. */
  Uni<Void> written(String id);

  /** Drops all results under this key, at the other replicas, too; completes with their ids. */
  Uni<Set<String>> purge(ResultKey key);

  /** Has somebody told which keys another replica dropped. */
  void whenPurged(Consumer<Predicate<ResultKey>> listener);
}

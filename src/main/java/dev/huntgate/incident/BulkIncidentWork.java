package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.Failure.QuotaExhausted;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The same change made to several incidents, each of which may succeed or fail by itself. */
public final class BulkIncidentWork {

  /** The most incidents in one request. */
  public static final int MOST = 50;

  private static final Logger LOG = Logger.getLogger(BulkIncidentWork.class);
  private static final int AT_ONCE = 4;

  private final IncidentWork work;

  public BulkIncidentWork(IncidentWork work) {
    this.work = work;
  }

  /**
   * Changes incidents, a few at a time.
   *
   * <p>Once the budget or upstream lets no more through, the rest is not tried and fails alike.
   * Fails as a whole when the change itself is wrong, or there are too many ids.
   *
   * @param ids each counts once, however often it is there
   * @return one outcome for each id, in the order of the ids
   * @throws FailureException {@code FORBIDDEN} when the caller may not change incidents
   */
  public Uni<List<ChangeOutcome>> update(Caller caller, List<String> ids, IncidentChange change) {
    List<String> each = ids.stream().distinct().toList();
    try {
      caller.require(Permission.INCIDENTS_WRITE);
    } catch (FailureException refusal) {
      work.audit().refused(caller, each.size(), change, refusal);
      throw refusal;
    }
    Optional<Failure> wrong = wrongIds(ids).or(() -> ChangeRules.wrong(change));
    if (wrong.isPresent()) {
      FailureException refusal = new FailureException(wrong.get());
      work.audit().refused(caller, each.size(), change, refusal);
      return Uni.createFrom().failure(refusal);
    }
    AtomicReference<@Nullable Failure> shut = new AtomicReference<>();
    return Multi.createFrom()
        .iterable(each)
        .onItem()
        .transformToUni(id -> outcome(caller, id, change, shut))
        .merge(AT_ONCE)
        .collect()
        .asList()
        .map(outcomes -> inOrder(each, outcomes));
  }

  private Uni<ChangeOutcome> outcome(
      Caller caller, String id, IncidentChange change, AtomicReference<@Nullable Failure> shut) {
    Uni<IncidentWork.Made> made =
        Uni.createFrom()
            .deferred(
                () -> {
                  Failure refusal = IncidentWork.wrongId(id).orElse(shut.get());
                  return refusal == null
                      ? work.make(caller, id, change)
                      : Uni.createFrom().failure(new FailureException(refusal));
                });
    return work.audit()
        .making(caller, id, change, made)
        .map(done -> new ChangeOutcome(id, null, done.warnings()))
        .onFailure()
        .recoverWithItem(
            thrown -> {
              // One defect must not hide what became of the others.
              Failure failure = Failure.of(thrown, LOG, "at the change of incident " + id);
              if (failure instanceof QuotaExhausted || failure instanceof UpstreamThrottled) {
                shut.set(failure);
              }
              return new ChangeOutcome(id, failure, List.of());
            });
  }

  private static List<ChangeOutcome> inOrder(List<String> ids, List<ChangeOutcome> outcomes) {
    Map<String, ChangeOutcome> byId =
        outcomes.stream().collect(Collectors.toMap(ChangeOutcome::id, Function.identity()));
    return ids.stream().map(id -> Objects.requireNonNull(byId.get(id))).toList();
  }

  private static Optional<Failure> wrongIds(List<String> ids) {
    if (ids.isEmpty()) {
      return Optional.of(new InvalidArgument("ids", "ids has to have at least one id."));
    }
    return ids.size() <= MOST
        ? Optional.empty()
        : Optional.of(
            new LimitExceeded(
                "ids",
                "ids may be at most "
                    + MOST
                    + ", not "
                    + ids.size()
                    + "; send the rest in further requests."));
  }
}

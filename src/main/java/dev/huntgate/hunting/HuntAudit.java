package dev.huntgate.hunting;

import dev.huntgate.access.Caller;
import dev.huntgate.audit.Audit;
import dev.huntgate.audit.AuditEvent;
import dev.huntgate.audit.AuditEvent.Found;
import dev.huntgate.audit.AuditEvent.Hunted;
import dev.huntgate.audit.AuditEvent.Query;
import dev.huntgate.audit.AuditEvent.Way;
import dev.huntgate.cache.Lately;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.Served;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.kql.CanonicalKql;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tells the audit what became of hunts and of their results, each time once. */
final class HuntAudit {

  private static final Duration ONCE_IN = Duration.ofMinutes(1);

  private record Again(Way way, Caller caller, String resultId) {}

  private final Audit audit;
  private final Lately<Again> lately;

  /**
   * @param nanoTime the time in nanoseconds by which something has been told lately
   */
  HuntAudit(Audit audit, LongSupplier nanoTime) {
    this.audit = audit;
    this.lately = new Lately<>(ONCE_IN, nanoTime);
  }

  /**
   * The same run, of which is told when it ends, however it does, unless its job goes on elsewhere.
   *
   * @param job the job that it has become by then
   */
  Uni<Hunt> run(HuntRequest request, RunOfJob job, Uni<Hunt> run) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Audit begun = audit.begun();
              return run.onTermination()
                  .invoke(
                      (hunt, thrown, cancelled) -> {
                        if (hunt != null) {
                          begun.record(answered(request, job.id(), hunt));
                        } else if (!cancelled || !job.goesOnElsewhere()) {
                          begun.record(refusal(request, job.id(), code(thrown)));
                        }
                      });
            });
  }

  private static Hunted answered(HuntRequest request, @Nullable String job, Hunt hunt) {
    StoredResult stored = hunt.stored();
    return new Hunted(
        Way.HUNT,
        request.terms().caller(),
        query(stored.key()),
        request.savedHunt(),
        job,
        null,
        found(stored, hunt.served().origin()));
  }

  private static FailureCode code(@Nullable Throwable thrown) {
    return thrown == null ? FailureCode.CANCELLED : AuditEvent.code(thrown);
  }

  /** A hunt that was asked for and does not run. */
  void refused(HuntRequest request, @Nullable String job, FailureCode why) {
    audit.record(refusal(request, job, why));
  }

  private static Hunted refusal(HuntRequest request, @Nullable String job, FailureCode why) {
    return new Hunted(
        Way.HUNT, request.terms().caller(), query(request), request.savedHunt(), job, why, null);
  }

  /** A kept result that answered a caller. */
  void answered(Way way, Caller caller, StoredResult stored) {
    audit.record(
        new Hunted(way, caller, query(stored.key()), null, null, null, found(stored, Origin.KEPT)));
  }

  /**
   * A kept result that answered a caller once more in the very same way, which may be thousands of
   * times a second: told once a minute.
   */
  void again(Way way, Caller caller, StoredResult stored) {
    if (lately.isNew(new Again(way, caller, stored.id()))) {
      answered(way, caller, stored);
    }
  }

  /** The same reading of a kept result, of which is told when it ends. */
  Uni<Hunt> reading(Caller caller, Uni<Hunt> reading) {
    return reading
        .onItem()
        .invoke(hunt -> answered(Way.READ, caller, hunt.stored()))
        .onFailure()
        .invoke(
            thrown ->
                audit.record(
                    new Hunted(Way.READ, caller, null, null, null, AuditEvent.code(thrown), null)));
  }

  /** A run that nobody asked for has ended. */
  void refreshed(HuntQuery query, @Nullable Served served, @Nullable Throwable thrown) {
    audit.record(
        new Hunted(
            Way.REFRESH,
            query.terms().caller(),
            query(query.canonical(), query.timespan()),
            null,
            null,
            thrown == null ? null : AuditEvent.code(thrown),
            served == null ? null : found(served.stored(), served.origin())));
  }

  private static Found found(StoredResult stored, Origin origin) {
    return new Found(
        origin.name(), origin.isHit(), stored.result().rowCount(), stored.runningTime());
  }

  private static Query query(ResultKey key) {
    return query(key.kql(), key.timespan());
  }

  private static Query query(CanonicalKql kql, @Nullable String timespan) {
    return new Query(kql.hash(), kql.text(), timespan);
  }

  /* What is too long to be a query is not read for the audit, either. */
  private static @Nullable Query query(HuntRequest request) {
    try {
      return query(HuntQuery.canonical(request.kql()), request.timespan());
    } catch (RuntimeException noQuery) {
      return null;
    }
  }
}

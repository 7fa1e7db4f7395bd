package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Spending.Hunted;
import dev.huntgate.budget.Terms;
import dev.huntgate.kql.CanonicalKql;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hunt as it goes upstream.
 *
 * @param kql the query as the caller wrote it
 * @param canonical the form by which equal queries are known
 * @param timespan the stretch of time in ISO 8601; null for upstream's own default of 30 days
 * @param terms on what terms it spends the budget
 * @param progress who wants to know how far it is
 */
public record HuntQuery(
    String kql, CanonicalKql canonical, @Nullable String timespan, Terms terms, Progress progress) {

  /** Is told how far a hunt is. */
  public interface Progress {

    /** Nobody wants to know. */
    Progress UNWATCHED = time -> {};

    /** The budget lets the hunt go upstream now. */
    void admitted(Instant time);

    /** Gives the run up when nobody wants it any more and it still waits for the budget. */
    default <T> Uni<T> whileWanted(Uni<T> run) {
      return run;
    }
  }

  /** The same query with somebody else told how far it is. */
  HuntQuery watchedBy(Progress other) {
    return new HuntQuery(kql, canonical, timespan, terms, other);
  }

  /** The same query on other terms. */
  HuntQuery on(Terms other) {
    return new HuntQuery(kql, canonical, timespan, other, progress);
  }

  /** What its spending is booked under. */
  Hunted hunted() {
    return new Hunted(canonical.hash(), canonical.text());
  }

  /** The name under which this query's earlier running times are known. */
  String historyKey(Tenant tenant) {
    return tenant + " " + canonical.hash() + " " + (timespan == null ? "" : timespan);
  }
}

package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission.Place;
import dev.huntgate.budget.Spending.Hunted;
import dev.huntgate.budget.Terms;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import dev.huntgate.kql.CanonicalKql;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
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

  /** The longest query, in bytes of UTF-8. */
  public static final int MAX_KQL_BYTES = 64 * 1024;

  /**
   * The query that somebody asks for.
   *
   * @throws FailureException when the query is empty or too long, or the timespan unreadable
   */
  static HuntQuery of(HuntRequest request) {
    CanonicalKql canonical = canonical(request.kql());
    String timespan = request.timespan();
    String span = timespan == null ? null : Timespan.parse(timespan).text();
    return new HuntQuery(request.kql(), canonical, span, request.terms(), Progress.UNWATCHED);
  }

  /**
   * Reads the canonical form of a query that may be asked.
   *
   * @throws FailureException when the query is empty or too long
   */
  public static CanonicalKql canonical(String kql) {
    int bytes = kql.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_KQL_BYTES) {
      throw new FailureException(
          new LimitExceeded(
              "kql",
              "kql may have at most "
                  + MAX_KQL_BYTES
                  + " bytes of UTF-8, not "
                  + bytes
                  + "; shorten the query, for example its lists of values."));
    }
    CanonicalKql canonical = CanonicalKql.of(kql);
    if (canonical.text().isBlank()) {
      throw new FailureException(
          new InvalidArgument("kql", "kql is empty; give a query such as: DeviceInfo | take 10"));
    }
    return canonical;
  }

  /** The query that a kept result answers. */
  static HuntQuery of(ResultKey key, Terms terms) {
    return new HuntQuery(key.kql().text(), key.kql(), key.timespan(), terms, Progress.UNWATCHED);
  }

  /** Is told how far a hunt is. */
  public interface Progress {

    /** Nobody wants to know. */
    Progress UNWATCHED = time -> {};

    /** The budget lets the hunt go upstream now. */
    void admitted(Instant time);

    /** The hunt waits for the budget, at a place that can be asked for again and again. */
    default void queued(Supplier<Uni<Place>> place) {}

    /** Gives the run up when nobody wants it any more and it still waits for the budget. */
    default <T> Uni<T> whileWanted(Uni<T> run) {
      return run;
    }
  }

  /** The same query with somebody else told how far it is. */
  public HuntQuery watchedBy(Progress other) {
    return new HuntQuery(kql, canonical, timespan, terms, other);
  }

  /** The same query on other terms. */
  HuntQuery on(Terms other) {
    return new HuntQuery(kql, canonical, timespan, other, progress);
  }

  /** What it shares with equal hunts. */
  ResultKey key(Tenant tenant) {
    return new ResultKey(tenant, canonical, timespan);
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

package dev.huntgate.hunting;

import dev.huntgate.cache.Served;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.kql.KqlReading;
import dev.huntgate.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a caller should know about a query or its result although neither is wrong. */
final class HuntWarnings {

  private static final Duration REACH = Duration.ofDays(30);

  private HuntWarnings() {}

  /** What is to be said of a result to whoever reads it. */
  static List<String> of(KqlReading query, Result result) {
    List<String> warnings = new ArrayList<>();
    // Upstream understood it; that is for it to say, and only what is read off the query suffers.
    query.errors().stream()
        .findFirst()
        .ifPresent(
            error ->
                warnings.add(
                    "Huntgate could not read the query at line "
                        + error.line()
                        + ", column "
                        + error.column()
                        + ", so it does not know for sure how far it looks back."));
    query
        .lookBack()
        .filter(reached -> reached.toDays() > REACH.toDays())
        .ifPresent(
            reached ->
                warnings.add(
                    "The query looks back "
                        + reached.toDays()
                        + " days; upstream holds data of the past 30 days, so nothing older is"
                        + " found."));
    if (result.rowCount() >= Hunt.MAX_ROWS) {
      warnings.add(
          "The result has exactly the 100,000 rows that upstream returns at most; rows may be"
              + " missing. Narrow the query, or summarize in it.");
    }
    return warnings;
  }

  /** Likewise, with what is to be said to the one who gets it now. */
  static List<String> of(Served served, Instant now) {
    List<String> warnings = new ArrayList<>(served.stored().warnings());
    if (served.origin() == Origin.STALE) {
      warnings.add(
          "The result is "
              + served.stored().age(now).truncatedTo(ChronoUnit.SECONDS)
              + " old: a newer one could not be had at the moment.");
    }
    if (!served.kept()) {
      warnings.add(
          "The result is too large to be kept, so the hunt would have to run again for another"
              + " page; ask for fewer rows or columns, or have HUNTGATE_CACHE_MAX_BYTES raised.");
    }
    return warnings;
  }
}

package dev.huntgate.hunting;

import dev.huntgate.cache.StoredResult;
import dev.huntgate.kql.KqlReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a caller should know about a query or its result although neither is wrong. */
final class HuntWarnings {

  private static final Duration REACH = Duration.ofDays(30);

  private HuntWarnings() {}

  static List<String> of(HuntQuery query, StoredResult stored) {
    List<String> warnings = new ArrayList<>();
    KqlReading.read(query.kql())
        .lookBack()
        .filter(lookBack -> lookBack.compareTo(REACH) > 0)
        .ifPresent(
            lookBack ->
                warnings.add(
                    "The query looks back "
                        + lookBack.toDays()
                        + " days; upstream holds data of the past 30 days, so nothing older is"
                        + " found."));
    if (stored.result().rowCount() >= Hunt.MAX_ROWS) {
      warnings.add(
          "The result has exactly the 100,000 rows that upstream returns at most; rows may be"
              + " missing. Narrow the query, or summarize in it.");
    }
    return warnings;
  }
}

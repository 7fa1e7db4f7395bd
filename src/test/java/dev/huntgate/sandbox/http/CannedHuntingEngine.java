package dev.huntgate.sandbox.http;

import dev.huntgate.kql.KqlType;
import dev.huntgate.sandbox.engine.HuntCost;
import dev.huntgate.sandbox.engine.HuntStoppedException;
import dev.huntgate.sandbox.engine.HuntingAnswer;
import dev.huntgate.sandbox.engine.HuntingColumn;
import dev.huntgate.sandbox.engine.HuntingEngine;
import dev.huntgate.sandbox.engine.KqlRejectedException;
import dev.huntgate.sandbox.engine.TimeRange;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A hunting engine that always finds the same two rows, one of each oddity, then one of nulls. */
@Alternative
@Singleton
class CannedHuntingEngine implements HuntingEngine {

  private static final List<HuntingColumn> COLUMNS =
      List.of(
          new HuntingColumn("Timestamp", KqlType.DATETIME),
          new HuntingColumn("DeviceName", KqlType.STRING),
          new HuntingColumn("ProcessId", KqlType.LONG),
          new HuntingColumn("Score", KqlType.REAL),
          new HuntingColumn("Remote", KqlType.BOOL),
          new HuntingColumn("Names", KqlType.DYNAMIC),
          new HuntingColumn("Details", KqlType.DYNAMIC),
          new HuntingColumn("Took", KqlType.TIMESPAN));

  @Override
  public HuntingAnswer run(String kql, TimeRange range) {
    if (kql.startsWith("Nowhere")) {
      throw new KqlRejectedException("Failed to resolve table 'Nowhere'.");
    }
    for (HuntStoppedException.Limit limit : HuntStoppedException.Limit.values()) {
      if (kql.equals(limit.name())) {
        throw new HuntStoppedException(limit);
      }
    }
    Object[] full = {
      Instant.parse("2026-03-01T10:00:00.1234567Z"),
      kql,
      9_007_199_254_740_993L,
      7.5,
      true,
      "[\"alpha\",{\"b\":1}]",
      "{\"vendor\":\"Kestrel\",\"count\":3}",
      Duration.ofMinutes(90)
    };
    HuntCost cost =
        new HuntCost(
            Duration.ofMillis(12),
            Duration.ofMillis(20),
            Duration.ofMillis(4),
            8_388_608,
            5_000,
            204);
    return new HuntingAnswer(COLUMNS, List.of(full, new Object[COLUMNS.size()]), cost);
  }
}

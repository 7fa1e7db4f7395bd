package dev.huntgate.outside;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A budget of two hunts an hour, kept by whatever form of Huntgate is under test. */
class OutsideBudgetIT {

  @Test
  void refuses_theSecondHunt(@TempDir Path empty) throws Exception {
    Map<String, String> settings =
        Map.of("HUNTGATE_BUDGET_HUNTING", "2/PT1H", "HUNTGATE_BUDGET_HUNT_WAIT", "PT0S");
    try (OutsideProcesses processes = OutsideProcesses.start(empty, settings)) {
      // Of which one can be spent at first, as nobody knows what was spent before the start.
      processes
          .ask("{ hunt(kql: \"DeviceInfo | take 1\") { rowCount } }")
          .then()
          .body("errors", nullValue())
          .header("RateLimit", containsString("hunting-calls"));
      processes
          .ask("{ hunt(kql: \"DeviceInfo | take 2\") { rowCount } }")
          .then()
          .body("errors[0].extensions.code", equalTo("QUOTA_EXHAUSTED"))
          .body("errors[0].extensions.retryAt", notNullValue())
          .header("Retry-After", notNullValue());
      processes
          .ask("{ hunt(kql: \"DeviceInfo  | take 1\") { cache { hit } } }")
          .then()
          .body("data.hunt.cache.hit", equalTo(true));
    }
  }
}

package dev.huntgate.graphql;

import static io.restassured.RestAssured.get;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A hunt's traces in the budget, in spending and in the metrics. */
@QuarkusTest
class BudgetOnTheSandboxTest {

  @Test
  void tracesAHunt_andItsHit() {
    String hunt =
        "{ hunt(kql: \"DeviceInfo  | take 3 // traced\", priority: BACKGROUND, maxWait: \"PT0S\")"
            + " { rowCount } }";
    GraphQl.post(hunt)
        .body("errors", nullValue())
        .body("extensions.quota[0].windows[0].used", greaterThanOrEqualTo(1));
    GraphQl.post(hunt).body("extensions", nullValue());

    GraphQl.post("{ spending(by: HUNT) { caller kql kqlHash calls hits savedRunningTime } }")
        .rootPath("data.spending.find { it.kql == 'DeviceInfo | take 3' }")
        .body("caller", nullValue())
        .body("calls", equalTo(1))
        .body("hits", equalTo(1))
        .body("savedRunningTime", not(equalTo("PT0S")));
    GraphQl.post("{ spending(by: CALLER) { caller kql calls hits } }")
        .rootPath("data.spending[0]")
        .body("caller", equalTo("anonymous"))
        .body("kql", nullValue())
        .body("hits", greaterThanOrEqualTo(1));
    String of = "operation=\"hunting\",";
    String metrics = get("/q/metrics").asString();
    for (String line :
        new String[] {
          "huntgate_budget_admissions_total{operation=\"hunting\",outcome=\"granted\"",
          "huntgate_budget_wait_seconds_count{operation=\"hunting\"",
          "huntgate_hunting_running_time_seconds_total{operation=\"hunting\"",
          "huntgate_budget_queue_length{operation=\"hunting\",tenant=\"default\"} 0.0",
          "huntgate_budget_limit{" + of + "tenant=\"default\",unit=\"calls\",window=\"PT1M\"} 15.0",
          "huntgate_budget_used{"
              + of
              + "tenant=\"default\",unit=\"milliseconds\",window=\"PT1H\"}",
          "huntgate_budget_reserved{" + of,
          "huntgate_budget_remaining{" + of,
        }) {
      assertThat(metrics, containsString(line));
    }
  }
}

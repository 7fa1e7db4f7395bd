package dev.huntgate.graphql;

import static io.restassured.RestAssured.get;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SpentBudgetTest.OneHuntAnHour.class)
class SpentBudgetTest {

  /** A budget that is soon spent. */
  public static class OneHuntAnHour implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("huntgate.budget.hunting", "1/PT1H", "huntgate.sandbox.limits", "unlimited");
    }
  }

  @Test
  void refusesTheSecondHunt_andSaysWhenToComeBack() {
    GraphQl.post("{ hunt(kql: \"DeviceInfo | take 1\") { rowCount } }")
        .body("errors", nullValue())
        .header("Retry-After", nullValue())
        .body("extensions.quota[0].windows[0].remaining", equalTo(0));

    String after =
        GraphQl.post("{ hunt(kql: \"DeviceInfo | take 2\", maxWait: \"PT0S\") { rowCount } }")
            .body("errors[0].extensions.code", equalTo("QUOTA_EXHAUSTED"))
            .body("errors[0].extensions.retryAt", notNullValue())
            .body("extensions.quota[0].windows[0].remaining", equalTo(0))
            .extract()
            .header("Retry-After");

    assertThat(Integer.valueOf(after), both(greaterThan(3_400)).and(lessThanOrEqualTo(3_601)));
    GraphQl.post("{ estimateHunt(kql: \"DeviceInfo | take 2\") { admittedNow } }")
        .body("data.estimateHunt.admittedNow", equalTo(false));
    assertThat(
        get("/q/metrics").asString(),
        containsString("{operation=\"hunting\",outcome=\"refused_spent\",tenant=\"default\"} 1.0"));
  }
}

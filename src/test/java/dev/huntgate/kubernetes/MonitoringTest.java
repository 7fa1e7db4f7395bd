package dev.huntgate.kubernetes;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whether whatever the dashboard shows and the alerts look at is there after some traffic. */
@QuarkusTest
@TestProfile(MonitoringTest.OfItsOwn.class)
class MonitoringTest {

  /** An application of its own, as its upstream is made to throttle. */
  public static class OfItsOwn implements io.quarkus.test.junit.QuarkusTestProfile {}

  private static final Path FOLDER = Manifests.FOLDER.resolve("overlays/monitoring");
  /* A metric in an expression, with its selector if it has one. */
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:huntgate|http|ft|jvm|process)_\\w+)(?:\\{([^}]*)})?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*[=!]~?=?\\s*\"");
  /* Words in which an expression is grouped, and what Prometheus adds itself. */
  private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)");
  private static final Set<String> OF_PROMETHEUS = Set.of("namespace", "pod");

  @Test
  void shows_onlyMetricsThatExist() throws IOException {
    Map<String, Set<String>> scraped = scrapeAfterTraffic();
    List<String> missing = new ArrayList<>();
    for (String expression : expressions()) {
      boolean any = false;
      Set<String> labels = new TreeSet<>(OF_PROMETHEUS);
      Matcher metric = METRIC.matcher(expression);
      while (metric.find()) {
        any = true;
        Set<String> known = scraped.get(metric.group(1));
        if (known == null) {
          missing.add(metric.group(1) + " of: " + expression);
          continue;
        }
        labels.addAll(known);
        if (metric.group(2) != null) {
          Matcher label = LABEL.matcher(metric.group(2));
          while (label.find()) {
            if (!known.contains(label.group(1))) {
              missing.add(metric.group(1) + "{" + label.group(1) + "} of: " + expression);
            }
          }
        }
      }
      assertTrue(any, expression);
      Matcher grouped = GROUPED.matcher(expression);
      while (grouped.find()) {
        for (String label : grouped.group(1).split("\\s*,\\s*")) {
          if (!labels.contains(label)) {
            missing.add("the label " + label + " of: " + expression);
          }
        }
      }
    }
    assertTrue(missing.isEmpty(), () -> String.join("\n", missing));
  }

  @Test
  void alerts_sayWhatToDo() throws IOException {
    String operations = Files.readString(Path.of("src/docs/operations.md"));
    Pattern section = Pattern.compile("See \"([^\"]+)\" in the operations page");
    for (JsonNode rule : alerts()) {
      Matcher named = section.matcher(rule.at("/annotations/description").asText());
      assertTrue(named.find(), rule::toString);
      assertTrue(operations.contains("### " + named.group(1) + "\n"), named.group(1));
      assertTrue(operations.contains("`" + rule.path("alert").asText() + "`"), rule::toString);
    }
  }

  private static List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    JsonNode dashboard = new ObjectMapper().readTree(FOLDER.resolve("huntgate.json").toFile());
    for (JsonNode panel : dashboard.path("panels")) {
      assertFalse(panel.path("targets").isEmpty(), panel::toString);
      panel.path("targets").forEach(target -> expressions.add(target.path("expr").asText()));
    }
    alerts().forEach(rule -> expressions.add(rule.path("expr").asText()));
    return expressions;
  }

  private static List<JsonNode> alerts() {
    JsonNode rules =
        Manifests.in("overlays/monitoring/alerts.yaml", "PrometheusRule")
            .at("/spec/groups/0/rules");
    List<JsonNode> alerts = new ArrayList<>();
    rules.forEach(alerts::add);
    assertFalse(alerts.isEmpty());
    return alerts;
  }

  /** The names of all metrics, each with its labels. */
  private static Map<String, Set<String>> scrapeAfterTraffic() {
    ask("{ hunt(kql: \"DeviceInfo | take 2 // seen\") { rowCount } }");
    ask("{ hunt(kql: \"DeviceInfo | take 2\") { rowCount } }");
    ask("{ incidents(first: 2) { nodes { id } } }");
    given()
        .contentType("application/json")
        .body(Map.of("fault", "throttled-seconds", "operation", "hunt"))
        .post("/sandbox/control/faults")
        .then()
        .statusCode(200);
    ask("{ hunt(kql: \"DeviceInfo | take 5\", maxWait: \"PT0S\") { rowCount } }");

    Map<String, Set<String>> scraped = new HashMap<>();
    Pattern sample = Pattern.compile("^(\\w+)(?:\\{(.*)})? \\S+$");
    for (String line : given().get("/q/metrics").asString().split("\n")) {
      Matcher matcher = sample.matcher(line);
      // An exemplar would be of a span, which nobody asked for here.
      assertFalse(line.contains("trace_id"), line);
      if (matcher.matches()) {
        Set<String> labels = scraped.computeIfAbsent(matcher.group(1), name -> new TreeSet<>());
        if (matcher.group(2) != null) {
          Matcher label = LABEL.matcher(matcher.group(2));
          while (label.find()) {
            labels.add(label.group(1));
          }
        }
      }
    }
    return scraped;
  }

  private static void ask(String document) {
    given()
        .contentType("application/json")
        .body(Map.of("query", document))
        .post("/graphql")
        .then()
        .statusCode(200);
  }
}

package dev.huntgate.outside;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as JSON, by the setting that the manifests have, with a collector that is not there. */
class OutsideLogIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void isJson_andNamesTheTrace(@TempDir Path empty) throws Exception {
    Map<String, String> settings =
        Map.of(
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9");
    try (OutsideProcesses processes = OutsideProcesses.start(empty, settings)) {
      processes
          .ask("{ hunt(kql: \"DeviceInfo | take 1\") { rowCount } }")
          .then()
          .body("errors", nullValue());

      await().until(() -> audits(processes).size() == 1);
      JsonNode line = audits(processes).get(0);
      assertEquals("INFO", line.path("level").asText());
      assertTrue(line.at("/mdc/traceId").asText().matches("[0-9a-f]{32}"), line::toString);
      // The audit's own JSON stays a text in it.
      assertEquals("hunt", JSON.readTree(line.path("message").asText()).path("event").asText());
    }
  }

  private static List<JsonNode> audits(OutsideProcesses processes) {
    return processes
        .said()
        .lines()
        .map(OutsideLogIT::read)
        .filter(line -> line.path("loggerName").asText().equals("dev.huntgate.audit"))
        .toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException("Not JSON: " + line, e);
    }
  }
}

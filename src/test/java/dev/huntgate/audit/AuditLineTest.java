package dev.huntgate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.AuditEvent.Changed;
import dev.huntgate.audit.AuditEvent.Exported;
import dev.huntgate.audit.AuditEvent.Found;
import dev.huntgate.audit.AuditEvent.Hunted;
import dev.huntgate.audit.AuditEvent.Query;
import dev.huntgate.audit.AuditEvent.Way;
import dev.huntgate.failure.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of the audit, whatever is in the events. */
class AuditLineTest {

  private static final Instant TIME = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final Caller ALICE = CallersForTests.named("alice");
  private static final Query QUERY = new Query("0123abcd", "T | take 1", "P7D");
  private static final Found FOUND = new Found("BOUGHT", false, 12, Duration.ofMillis(340));
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AuditLine hashes = new AuditLine(false);
  private final AuditLine texts = new AuditLine(true);

  @Test
  void tellsAHunt() {
    Hunted hunt = new Hunted(Way.HUNT, ALICE, QUERY, "by-night", "job-1", null, FOUND);

    assertEquals(
        "{\"time\":\"2026-03-01T10:00:00.123Z\",\"event\":\"hunt\",\"outcome\":\"OK\","
            + "\"caller\":\"alice\",\"tenant\":\"default\",\"query\":\"0123abcd\","
            + "\"timespan\":\"P7D\",\"savedHunt\":\"by-night\",\"job\":\"job-1\","
            + "\"fromCache\":false,\"origin\":\"BOUGHT\",\"rows\":12,\"runningTimeMs\":340}",
        hashes.of(hunt, TIME));
  }

  @Test
  void tellsAQuerysText_onlyWhenToldTo() {
    Hunted hunt = new Hunted(Way.HUNT, ALICE, QUERY, null, null, null, FOUND);
    Exported export = new Exported(ALICE, QUERY, "csv", false, null, 12);

    for (AuditEvent event : List.of(hunt, export)) {
      assertFalse(hashes.of(event, TIME).contains("take"));
      assertTrue(
          texts.of(event, TIME).contains("\"query\":\"0123abcd\",\"kql\":\"T | take 1\","),
          texts.of(event, TIME));
    }
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertEquals(
        "{\"time\":\"2026-03-01T10:00:00.123Z\",\"event\":\"hunt\",\"outcome\":\"FORBIDDEN\","
            + "\"caller\":\"alice\",\"tenant\":\"default\"}",
        texts.of(new Hunted(Way.HUNT, ALICE, null, null, null, FailureCode.FORBIDDEN, null), TIME));
  }

  @Test
  void tellsAnExport() {
    assertEquals(
        "{\"time\":\"2026-03-01T10:00:00.123Z\",\"event\":\"export\",\"outcome\":\"CANCELLED\","
            + "\"caller\":\"alice\",\"tenant\":\"default\",\"query\":\"0123abcd\","
            + "\"timespan\":\"P7D\",\"format\":\"csv\",\"byLink\":true,\"rows\":7}",
        hashes.of(new Exported(ALICE, QUERY, "csv", true, FailureCode.CANCELLED, 7), TIME));
  }

  @Test
  void tellsChangesOfIncidents() {
    assertEquals(
        "{\"time\":\"2026-03-01T10:00:00.123Z\",\"event\":\"incidentChange\",\"outcome\":\"OK\","
            + "\"caller\":\"alice\",\"tenant\":\"default\",\"incident\":\"42\","
            + "\"fields\":[\"status\",\"comment\"]}",
        hashes.of(new Changed(ALICE, "42", 1, List.of("status", "comment"), null), TIME));
    assertEquals(
        "{\"time\":\"2026-03-01T10:00:00.123Z\",\"event\":\"incidentChange\","
            + "\"outcome\":\"FORBIDDEN\",\"caller\":\"alice\",\"tenant\":\"default\","
            + "\"incidents\":50,\"fields\":[\"tags\"]}",
        hashes.of(new Changed(ALICE, null, 50, List.of("tags"), FailureCode.FORBIDDEN), TIME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\n{\"event\":\"hunt\"}",
        "\",\"outcome\":\"OK",
        "\u001b[2Ja\u0007\b\u0000\u007f",
        "\u0085\u2028\u2029",
        "\u202etxt.exe\u200b\ufeff",
        "\ud83d\ude00 \ud83d \ude00",
        "\\",
        "%s %n ${env:X} {0}"
      })
  void staysOneLineOfPlainText_whateverCallersWrite(String hostile) throws Exception {
    assertHarmless(hostile);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void staysOneLineOfPlainText_whateverChance(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append((char) (random.nextBoolean() ? random.nextInt(0x100) : random.nextInt(0x10000)));
    }
    assertHarmless(text.toString());
  }

  @Test
  void cutsLongNames_butNoQuery() throws Exception {
    String much = "x".repeat(100_000);
    Changed changed = new Changed(ALICE, much, 1, List.of(), FailureCode.INVALID_ARGUMENT);
    Hunted hunted = new Hunted(Way.HUNT, ALICE, new Query("h", much, much), much, null, null, null);

    assertTrue(hashes.of(changed, TIME).length() < 1_000);
    assertTrue(hashes.of(hunted, TIME).length() < 1_000);
    assertEquals(much, JSON.readTree(texts.of(hunted, TIME)).get("kql").textValue());
  }

  private void assertHarmless(String hostile) throws Exception {
    Caller caller = new Caller(hostile, Tenant.DEFAULT, Set.of());
    Hunted hunted =
        new Hunted(
            Way.HUNT, caller, new Query("h", hostile, hostile), hostile, hostile, null, FOUND);
    Changed changed = new Changed(caller, hostile, 1, List.of(), null);

    JsonNode hunt = read(texts.of(hunted, TIME));
    JsonNode change = read(hashes.of(changed, TIME));

    for (String member : List.of("caller", "kql", "timespan", "savedHunt", "job")) {
      assertEquals(hostile, hunt.get(member).textValue());
    }
    assertEquals("OK", hunt.get("outcome").textValue());
    assertEquals(14, hunt.size());
    assertEquals(hostile, change.get("incident").textValue());
  }

  private static JsonNode read(String line) throws Exception {
    line.chars()
        .forEach(
            unit ->
                assertFalse(
                    Character.isISOControl(unit)
                        || Character.getType(unit) == Character.FORMAT
                        || Character.getType(unit) == Character.LINE_SEPARATOR
                        || Character.getType(unit) == Character.PARAGRAPH_SEPARATOR
                        || Character.getType(unit) == Character.SURROGATE,
                    "U+%04X in %s".formatted(unit, line)));
    return JSON.readTree(line);
  }
}

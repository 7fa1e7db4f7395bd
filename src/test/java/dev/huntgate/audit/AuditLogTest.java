package dev.huntgate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.SettableClock;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.audit.AuditEvent.Hunted;
import dev.huntgate.audit.AuditEvent.Query;
import dev.huntgate.audit.AuditEvent.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the audit arrives in the log. */
class AuditLogTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final List<LogRecord> logged = new ArrayList<>();
  private final Logger category = Logger.getLogger("dev.huntgate.audit");
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private record Config(boolean text, boolean reads, Optional<String> file)
      implements AuditConfig {}

  @BeforeEach
  void listen() {
    category.addHandler(handler);
    category.setLevel(Level.INFO);
  }

  @AfterEach
  void leave() {
    category.removeHandler(handler);
    category.setLevel(null);
  }

  @Test
  void isALineOfItsCategory_asItIs() {
    log(false, true).record(event(Way.HUNT, "%s {0} %d"));

    LogRecord line = logged.get(0);
    assertEquals(1, logged.size());
    assertEquals("dev.huntgate.audit", line.getLoggerName());
    assertEquals(
        "{\"time\":\"2026-03-01T10:00:00Z\",\"event\":\"hunt\",\"outcome\":\"OK\","
            + "\"caller\":\"%s {0} %d\",\"tenant\":\"default\",\"query\":\"hash\"}",
        line.getMessage());
  }

  @Test
  void holdsTheText_whenThatIsSwitchedOn() {
    log(true, true).record(event(Way.READ, "alice"));

    assertTrue(logged.get(0).getMessage().contains("\"kql\":\"T | take 1\""));
  }

  @Test
  void leavesOutReads_whenTheyAreSwitchedOff() {
    AuditLog log = log(false, false);
    for (Way way : Way.values()) {
      log.record(event(way, "alice"));
    }

    assertEquals(2, logged.size());
    assertTrue(logged.stream().noneMatch(line -> line.getMessage().contains("\"read\"")));
  }

  @Test
  void isSilent_whenItsCategoryIs() {
    category.setLevel(Level.OFF);

    log(false, true).record(event(Way.HUNT, "alice"));

    assertEquals(0, logged.size());
  }

  private static AuditLog log(boolean text, boolean reads) {
    return new AuditLog(new Config(text, reads, Optional.empty()), new SettableClock(NOW));
  }

  private static AuditEvent event(Way way, String who) {
    Query query = new Query("hash", "T | take 1", null);
    return new Hunted(way, CallersForTests.named(who), query, null, null, null, null);
  }
}

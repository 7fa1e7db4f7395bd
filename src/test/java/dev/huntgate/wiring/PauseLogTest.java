package dev.huntgate.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Terms;
import dev.huntgate.failure.Failure.UpstreamThrottled;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.HuntQuery;
import dev.huntgate.hunting.HuntingSource;
import dev.huntgate.kql.CanonicalKql;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PauseLogTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final HuntQuery QUERY =
      new HuntQuery(
          "T",
          CanonicalKql.of("T"),
          null,
          new Terms(Caller.ANONYMOUS, Priority.INTERACTIVE, Duration.ZERO),
          HuntQuery.Progress.UNWATCHED);

  private final Logger logger = Logger.getLogger("dev.huntgate.budget");
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(
              line instanceof org.jboss.logmanager.ExtLogRecord formatted
                  ? formatted.getFormattedMessage()
                  : line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Instant until = NOW.plusSeconds(60);
  private final HuntingSource logged =
      PauseLog.over(
          (HuntingSource)
              (tenant, query) ->
                  Uni.createFrom()
                      .failure(
                          new FailureException(
                              new UpstreamThrottled("Too\n" + "many ".repeat(99), until, null))),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(handler);
  }

  @Test
  void writesOneLine_whenManyCallsMeetOnePause() {
    for (int i = 0; i < 15; i++) {
      hunt();
    }

    assertEquals(1, lines.size());
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "Upstream pauses tenant default, HUNTING, until 2026-03-01T10:01:00Z: Too many"));
    assertTrue(lines.get(0).length() < 300);
  }

  @Test
  void writesAnotherLine_whenThePauseGrows() {
    hunt();
    until = NOW.plusSeconds(900);
    hunt();

    assertEquals(2, lines.size());
  }

  private void hunt() {
    logged.run(Tenant.DEFAULT, QUERY).onFailure().recoverWithNull().await().indefinitely();
  }
}

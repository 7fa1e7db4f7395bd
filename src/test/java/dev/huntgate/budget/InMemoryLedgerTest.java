package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InMemoryLedgerTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Tenant OTHER = new Tenant("other");

  private Instant now = START;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public java.time.ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  private final Ledger ledger = ledger(BudgetPreset.TERMS);

  private Ledger ledger(BudgetPreset preset) {
    return new InMemoryLedger(preset.pools(), Duration.ofSeconds(1), clock);
  }

  @Test
  void refuses_whenTheMinuteIsSpent_untilTheGuardHasPassed() {
    spend(Operation.HUNTING, 15);

    Refused refused =
        assertInstanceOf(Refused.class, ledger.admit(Tenant.DEFAULT, Operation.HUNTING));

    assertEquals(START.plusSeconds(61), refused.retryAt());
    assertEquals(new CallWindow(15, Duration.ofMinutes(1)), refused.window());
    now = START.plusMillis(60_999);
    assertInstanceOf(Refused.class, ledger.admit(Tenant.DEFAULT, Operation.HUNTING));
    now = START.plusSeconds(61);
    spend(Operation.HUNTING, 15);
  }

  @Test
  void sharesOneWindow_overEveryIncidentOperation() {
    spend(Operation.INCIDENT_LIST, 30);
    spend(Operation.INCIDENT_GET, 15);
    spend(Operation.INCIDENT_UPDATE, 5);

    assertInstanceOf(Refused.class, ledger.admit(Tenant.DEFAULT, Operation.INCIDENT_LIST));
    spend(Operation.HUNTING, 15);
  }

  @Test
  void refuses_whenTheHourIsSpent() {
    for (int i = 0; i < 30; i++) {
      spend(Operation.INCIDENT_LIST, 50);
      now = now.plusSeconds(61);
    }

    Refused refused =
        assertInstanceOf(Refused.class, ledger.admit(Tenant.DEFAULT, Operation.INCIDENT_LIST));

    assertEquals(START.plusSeconds(3601), refused.retryAt());
    assertEquals(Duration.ofHours(1), refused.window().duration());
  }

  @Test
  void countsNothing_whenItRefuses() {
    spend(Operation.HUNTING, 15);
    for (int i = 0; i < 100; i++) {
      ledger.admit(Tenant.DEFAULT, Operation.HUNTING);
    }
    now = START.plusSeconds(61);

    spend(Operation.HUNTING, 15);
  }

  @Test
  void keepsTenantsApart() {
    spend(Operation.HUNTING, 15);

    assertInstanceOf(Granted.class, ledger.admit(OTHER, Operation.HUNTING));
  }

  @ParameterizedTest
  @CsvSource({"TERMS, 15", "CURRENT, 45"})
  void keepsToThePreset(BudgetPreset preset, int calls) {
    Ledger other = ledger(preset);
    for (int i = 0; i < calls; i++) {
      assertInstanceOf(Granted.class, other.admit(Tenant.DEFAULT, Operation.HUNTING));
    }
    assertInstanceOf(Refused.class, other.admit(Tenant.DEFAULT, Operation.HUNTING));
  }

  @Test
  void neverRefuses_whenUnlimited() {
    Ledger unlimited = ledger(BudgetPreset.UNLIMITED);
    for (int i = 0; i < 10_000; i++) {
      assertInstanceOf(Granted.class, unlimited.admit(Tenant.DEFAULT, Operation.HUNTING));
    }
  }

  @Test
  void grantsExactlyTheLimit_whenManyAskAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<Admission> ask = () -> ledger.admit(Tenant.DEFAULT, Operation.INCIDENT_LIST);
      List<Future<Admission>> answers =
          threads.invokeAll(Stream.generate(() -> ask).limit(500).toList());
      int granted = 0;
      for (Future<Admission> answer : answers) {
        granted += answer.get() instanceof Granted ? 1 : 0;
      }
      assertEquals(50, granted);
    } finally {
      threads.shutdownNow();
    }
  }

  private void spend(Operation operation, int calls) {
    for (int i = 0; i < calls; i++) {
      assertInstanceOf(Granted.class, ledger.admit(Tenant.DEFAULT, operation));
    }
  }
}

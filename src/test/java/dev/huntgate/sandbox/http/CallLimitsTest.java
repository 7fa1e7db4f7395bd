package dev.huntgate.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.sandbox.SandboxAlignment;
import dev.huntgate.sandbox.SandboxLimits;
import dev.huntgate.sandbox.engine.HuntCost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

  private static final Instant START = Instant.parse("2026-04-01T12:00:00Z");
  private final CallLimits terms = limits(SandboxLimits.TERMS, SandboxAlignment.SLIDING);

  @Test
  void admitsAgain_whenTheOldestCallIsAWindowAgo() {
    CallWindow window = new CallWindow(2, new Span(Duration.ofSeconds(60), false));
    assertEquals(Optional.empty(), window.enter(START));
    assertEquals(Optional.empty(), window.enter(START.plusSeconds(30)));
    assertEquals(Optional.empty(), window.enter(START.plusSeconds(60)));
  }

  @Test
  void countsARefusedCallLikeAnAdmittedOne() {
    CallWindow window = new CallWindow(2, new Span(Duration.ofSeconds(60), false));
    window.enter(START);
    window.enter(START.plusSeconds(10));
    assertEquals(Optional.of(Duration.ofSeconds(50)), window.enter(START.plusSeconds(20)));
    assertEquals(Optional.of(Duration.ofSeconds(20)), window.enter(START.plusSeconds(60)));
    assertEquals(Optional.empty(), window.enter(START.plusSeconds(120)));
  }

  @Test
  void refusesTheSixteenthHuntOfAMinute_inUpstreamsWords() {
    for (int i = 0; i < 15; i++) {
      terms.enter(Operation.HUNT, START.plusSeconds(i));
    }
    Refusal refusal = refused(Operation.HUNT, START.plusSeconds(53));
    assertEquals(
        "API calls quota exceeded! Maximum allowed 15 per 00:01:00 for the key"
            + " Destination+TenantID+AppID. You can send requests again in 8 seconds.",
        refusal.text());
    assertEquals(Duration.ofSeconds(8), refusal.retryAfter());
    assertDoesNotThrow(() -> terms.enter(Operation.HUNT, START.plusSeconds(61)));
  }

  @Test
  void sharesOneWindowOverListGetAndUpdate_underTheTerms() {
    for (int i = 0; i < 25; i++) {
      terms.enter(Operation.LIST_INCIDENTS, START);
      terms.enter(Operation.UPDATE_INCIDENT, START);
    }
    refused(Operation.GET_INCIDENT, START);
    assertDoesNotThrow(() -> terms.enter(Operation.HUNT, START));
  }

  @Test
  void countsGetApart_underTheCurrentLimits() {
    CallLimits current = limits(SandboxLimits.CURRENT, SandboxAlignment.SLIDING);
    for (int i = 0; i < 50; i++) {
      current.enter(Operation.LIST_INCIDENTS, START);
    }
    for (int i = 0; i < 100; i++) {
      current.enter(Operation.GET_INCIDENT, START);
    }
    assertThrows(Refusal.class, () -> current.enter(Operation.UPDATE_INCIDENT, START));
    assertThrows(Refusal.class, () -> current.enter(Operation.GET_INCIDENT, START));
  }

  @Test
  void refusesTheCallAfterFifteenHundredInAnHour() {
    for (int i = 0; i < 1_500; i++) {
      terms.enter(Operation.GET_INCIDENT, START.plusMillis(i * 2_000L));
    }
    Refusal refusal = refused(Operation.GET_INCIDENT, START.plusSeconds(3_100));
    assertEquals(true, refusal.text().contains("Maximum allowed 1500 per 01:00:00"));
  }

  @Test
  void refusesAHunt_whenTenMinutesOfTheHourAreSpent() {
    terms.enter(Operation.HUNT, START);
    terms.spend(START.plusSeconds(300), HuntCost.of(Duration.ofSeconds(300)));
    terms.enter(Operation.HUNT, START.plusSeconds(400));
    terms.spend(START.plusSeconds(700), HuntCost.of(Duration.ofSeconds(300)));
    Refusal refusal = refused(Operation.HUNT, START.plusSeconds(800));
    assertEquals(Duration.ofSeconds(3_100), refusal.retryAfter());
    assertDoesNotThrow(() -> terms.enter(Operation.HUNT, START.plusSeconds(3_900)));
  }

  @Test
  void refusesNothing_whenUnlimited() {
    CallLimits none = limits(SandboxLimits.UNLIMITED, SandboxAlignment.CPU);
    for (int i = 0; i < 5_000; i++) {
      none.enter(Operation.HUNT, START);
      none.spend(START, HuntCost.of(Duration.ofHours(1)));
    }
  }

  @Test
  void startsAnewWithTheClock_whenWindowsAreFixed() {
    CallLimits fixed = limits(SandboxLimits.TERMS, SandboxAlignment.FIXED);
    Instant late = START.plusSeconds(50);
    for (int i = 0; i < 15; i++) {
      fixed.enter(Operation.HUNT, late);
    }
    Refusal refusal = assertThrows(Refusal.class, () -> fixed.enter(Operation.HUNT, late));
    assertEquals(Duration.ofSeconds(10), refusal.retryAfter());
    assertDoesNotThrow(() -> fixed.enter(Operation.HUNT, START.plusSeconds(60)));
  }

  @Test
  void forgetsRunningTimeWithTheHour_whenWindowsAreFixed() {
    CallLimits fixed = limits(SandboxLimits.TERMS, SandboxAlignment.FIXED);
    fixed.spend(START.plusSeconds(3_500), HuntCost.of(Duration.ofSeconds(600)));
    Refusal refusal =
        assertThrows(Refusal.class, () -> fixed.enter(Operation.HUNT, START.plusSeconds(3_540)));
    assertEquals(Duration.ofSeconds(60), refusal.retryAfter());
    assertDoesNotThrow(() -> fixed.enter(Operation.HUNT, START.plusSeconds(3_600)));
  }

  @Test
  void blocksUntilTheNextQuarterHour_whenTheProcessorShareIsUsedUp() {
    CallLimits byProcessor = limits(SandboxLimits.CURRENT, SandboxAlignment.CPU);
    Instant now = START.plusSeconds(8 * 60);
    byProcessor.spend(START.minusSeconds(1), HuntCost.of(Duration.ofHours(1)));
    byProcessor.spend(now, HuntCost.of(Duration.ofSeconds(149)));
    assertDoesNotThrow(() -> byProcessor.enter(Operation.HUNT, now));
    byProcessor.spend(now, HuntCost.of(Duration.ofSeconds(1)));
    Refusal refusal = assertThrows(Refusal.class, () -> byProcessor.enter(Operation.HUNT, now));
    assertEquals(Refusal.Reason.TOO_MANY_REQUESTS, refusal.reason());
    assertEquals(
        "You have exceeded processing resources allocated to this tenant. You can run queries"
            + " again in 00:07:00.",
        refusal.text());
    assertDoesNotThrow(() -> byProcessor.enter(Operation.LIST_INCIDENTS, now));
    assertDoesNotThrow(() -> byProcessor.enter(Operation.HUNT, START.plusSeconds(15 * 60)));
  }

  @Test
  void countsProcessorTimeInsteadOfRunningTime_underCpuAlignment() {
    CallLimits byProcessor = limits(SandboxLimits.TERMS, SandboxAlignment.CPU);
    HuntCost idle =
        new HuntCost(Duration.ofHours(1), Duration.ofSeconds(1), Duration.ZERO, 0, 0, 0);
    byProcessor.spend(START, idle);
    assertDoesNotThrow(() -> byProcessor.enter(Operation.HUNT, START));
  }

  private static CallLimits limits(SandboxLimits preset, SandboxAlignment alignment) {
    return new CallLimits(preset, alignment, Duration.ofSeconds(150));
  }

  private Refusal refused(Operation operation, Instant now) {
    return assertThrows(Refusal.class, () -> terms.enter(operation, now));
  }
}

package dev.huntgate.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.sandbox.SandboxLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

  private static final Instant START = Instant.parse("2026-04-01T12:00:00Z");
  private final CallLimits terms = new CallLimits(SandboxLimits.TERMS);

  @Test
  void admitsAgain_whenTheOldestCallIsAWindowAgo() {
    CallWindow window = new CallWindow(2, Duration.ofSeconds(60));
    assertEquals(Optional.empty(), window.enter(START));
    assertEquals(Optional.empty(), window.enter(START.plusSeconds(30)));
    assertEquals(Optional.empty(), window.enter(START.plusSeconds(60)));
  }

  @Test
  void countsARefusedCallLikeAnAdmittedOne() {
    CallWindow window = new CallWindow(2, Duration.ofSeconds(60));
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
    CallLimits current = new CallLimits(SandboxLimits.CURRENT);
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
    terms.spend(START.plusSeconds(300), Duration.ofSeconds(300));
    terms.enter(Operation.HUNT, START.plusSeconds(400));
    terms.spend(START.plusSeconds(700), Duration.ofSeconds(300));
    Refusal refusal = refused(Operation.HUNT, START.plusSeconds(800));
    assertEquals(Duration.ofSeconds(3_100), refusal.retryAfter());
    assertDoesNotThrow(() -> terms.enter(Operation.HUNT, START.plusSeconds(3_900)));
  }

  @Test
  void refusesNothing_whenUnlimited() {
    CallLimits none = new CallLimits(SandboxLimits.UNLIMITED);
    for (int i = 0; i < 5_000; i++) {
      none.enter(Operation.HUNT, START);
      none.spend(START, Duration.ofHours(1));
    }
  }

  private Refusal refused(Operation operation, Instant now) {
    return assertThrows(Refusal.class, () -> terms.enter(operation, now));
  }
}

package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.SandboxLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The windows of one tenant in one family. */
final class CallLimits {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String KEY = " for the key Destination+TenantID+AppID.";

  private final Map<Operation, List<CallWindow>> calls = new EnumMap<>(Operation.class);
  private final List<RunningTimeWindow> runningTime;

  CallLimits(SandboxLimits preset) {
    switch (preset) {
      case TERMS -> {
        List<CallWindow> shared = pair(50);
        calls.put(Operation.LIST_INCIDENTS, shared);
        calls.put(Operation.GET_INCIDENT, shared);
        calls.put(Operation.UPDATE_INCIDENT, shared);
        calls.put(Operation.HUNT, List.of(new CallWindow(15, MINUTE)));
      }
      case CURRENT -> {
        List<CallWindow> shared = pair(50);
        calls.put(Operation.LIST_INCIDENTS, shared);
        calls.put(Operation.UPDATE_INCIDENT, shared);
        calls.put(Operation.GET_INCIDENT, pair(100));
        calls.put(Operation.HUNT, List.of(new CallWindow(45, MINUTE)));
      }
      case UNLIMITED -> {}
    }
    runningTime =
        preset == SandboxLimits.TERMS
            ? List.of(
                new RunningTimeWindow(Duration.ofMinutes(10), HOUR),
                new RunningTimeWindow(Duration.ofHours(4), Duration.ofDays(1)))
            : List.of();
  }

  private static List<CallWindow> pair(int perMinute) {
    return List.of(new CallWindow(perMinute, MINUTE), new CallWindow(1_500, HOUR));
  }

  /** Counts a call in every window it concerns, and refuses it when any of them is full. */
  void enter(Operation operation, Instant now) {
    Refusal refusal = null;
    Duration longest = Duration.ZERO;
    for (CallWindow window : calls.getOrDefault(operation, List.of())) {
      Duration wait = window.enter(now).orElse(Duration.ZERO);
      if (wait.compareTo(longest) > 0) {
        longest = wait;
        refusal = refusal(window.described(), wait);
      }
    }
    if (operation == Operation.HUNT) {
      for (RunningTimeWindow window : runningTime) {
        Duration wait = window.waiting(now).orElse(Duration.ZERO);
        if (wait.compareTo(longest) > 0) {
          longest = wait;
          refusal = refusal(window.described(), wait);
        }
      }
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  void spend(Instant now, Duration time) {
    runningTime.forEach(window -> window.spend(now, time));
  }

  private static Refusal refusal(String described, Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    return Refusal.throttled(
        described + KEY + " You can send requests again in " + seconds + " seconds.",
        Duration.ofSeconds(seconds));
  }
}

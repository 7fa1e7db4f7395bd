package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.SandboxAlignment;
import dev.huntgate.sandbox.SandboxLimits;
import dev.huntgate.sandbox.engine.HuntCost;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The windows of one tenant in one family. */
final class CallLimits {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Span QUARTER = new Span(Duration.ofMinutes(15), true);
  private static final String KEY = " for the key Destination+TenantID+AppID.";

  private final boolean aligned;
  private final Map<Operation, List<CallWindow>> calls = new EnumMap<>(Operation.class);
  private final List<TimeBudget> runningTime;
  private final @Nullable TimeBudget processor;

  /**
   * @param cpu the processor time of a quarter of an hour, where that is what is counted
   */
  CallLimits(SandboxLimits preset, SandboxAlignment alignment, Duration cpu) {
    this.aligned = alignment == SandboxAlignment.FIXED;
    boolean byProcessor = alignment == SandboxAlignment.CPU && preset != SandboxLimits.UNLIMITED;
    this.processor = byProcessor ? new TimeBudget(cpu, QUARTER) : null;
    switch (preset) {
      case TERMS -> {
        List<CallWindow> shared = pair(50);
        calls.put(Operation.LIST_INCIDENTS, shared);
        calls.put(Operation.GET_INCIDENT, shared);
        calls.put(Operation.UPDATE_INCIDENT, shared);
        calls.put(Operation.HUNT, List.of(new CallWindow(15, span(MINUTE))));
      }
      case CURRENT -> {
        List<CallWindow> shared = pair(50);
        calls.put(Operation.LIST_INCIDENTS, shared);
        calls.put(Operation.UPDATE_INCIDENT, shared);
        calls.put(Operation.GET_INCIDENT, pair(100));
        calls.put(Operation.HUNT, List.of(new CallWindow(45, span(MINUTE))));
      }
      case UNLIMITED -> {}
    }
    runningTime =
        preset == SandboxLimits.TERMS && !byProcessor
            ? List.of(
                new TimeBudget(Duration.ofMinutes(10), span(HOUR)),
                new TimeBudget(Duration.ofHours(4), span(Duration.ofDays(1))))
            : List.of();
  }

  private Span span(Duration length) {
    return new Span(length, aligned);
  }

  private List<CallWindow> pair(int perMinute) {
    return List.of(new CallWindow(perMinute, span(MINUTE)), new CallWindow(1_500, span(HOUR)));
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
      for (TimeBudget budget : runningTime) {
        Duration wait = budget.waiting(now).orElse(Duration.ZERO);
        if (wait.compareTo(longest) > 0) {
          longest = wait;
          refusal = refusal(budget.described(), wait);
        }
      }
      Duration blocked =
          processor == null ? Duration.ZERO : processor.waiting(now).orElse(Duration.ZERO);
      if (blocked.compareTo(longest) > 0) {
        refusal = Refusal.processorSpent(wholeSeconds(blocked));
      }
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  void spend(Instant now, HuntCost cost) {
    runningTime.forEach(budget -> budget.spend(now, cost.running()));
    if (processor != null) {
      processor.spend(now, cost.processor());
    }
  }

  private static Refusal refusal(String described, Duration wait) {
    Duration whole = wholeSeconds(wait);
    return Refusal.throttled(
        described + KEY + " You can send requests again in " + whole.toSeconds() + " seconds.",
        whole);
  }

  private static Duration wholeSeconds(Duration wait) {
    return Duration.ofSeconds(wait.plusMillis(999).toSeconds());
  }
}

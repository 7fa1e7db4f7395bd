package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.SandboxConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What callers meet besides the data: how slow it is, and which errors are planned. */
@Singleton
final class Conditions {

  /** How long answers are held back, and how much longer hunts run. */
  record Latency(Duration answers, Duration hunts) {

    static final Duration MOST = Duration.ofMinutes(30);

    Latency {
      if (answers.isNegative() || hunts.isNegative()) {
        throw new IllegalArgumentException("A latency must not be negative.");
      }
      if (answers.compareTo(MOST) > 0 || hunts.compareTo(MOST) > 0) {
        throw new IllegalArgumentException("A latency must not be above " + MOST + ".");
      }
    }
  }

  /**
   * Errors to come.
   *
   * @param left how many calls are still to be answered so
   * @param operations which calls
   */
  record Plan(Fault fault, int left, Set<Operation> operations) {

    Plan {
      operations = Set.copyOf(operations);
    }
  }

  private volatile Latency latency;
  private final List<Plan> plans = new ArrayList<>();

  @Inject
  Conditions(SandboxConfig config) {
    this.latency = new Latency(config.latency(), config.huntLatency());
  }

  Latency latency() {
    return latency;
  }

  void latency(Latency other) {
    latency = other;
  }

  synchronized List<Plan> plans() {
    return List.copyOf(plans);
  }

  synchronized void plan(Plan plan) {
    plans.add(plan);
  }

  synchronized void clear() {
    plans.clear();
  }

  /** The error that a call is to be answered with, which then has come to pass. */
  synchronized Optional<Fault> next(Operation operation) {
    for (int i = 0; i < plans.size(); i++) {
      Plan plan = plans.get(i);
      if (plan.operations().contains(operation)) {
        if (plan.left() == 1) {
          plans.remove(i);
        } else {
          plans.set(i, new Plan(plan.fault(), plan.left() - 1, plan.operations()));
        }
        return Optional.of(plan.fault());
      }
    }
    return Optional.empty();
  }

  /**
   * Fails as planned, or as the caller asks for by {@link Fault#HEADER}.
   *
   * @throws Refusal when the header names an unknown fault, or a fault comes to pass
   */
  void check(Operation operation, @Nullable String header) {
    Optional<Fault> fault = header == null ? next(operation) : Optional.of(named(header));
    if (fault.isPresent() && fault.get().raw()) {
      throw new GarbledException(fault.get());
    }
    if (fault.isPresent()) {
      throw fault.get().refusal();
    }
  }

  private static Fault named(String label) {
    return Fault.of(label)
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Reason.BAD_QUERY,
                    Fault.HEADER + " has to be one of: " + Fault.labels()));
  }

  static void sleep(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The calls that a name in a plan stands for: hunt, incidents, token, or all but the last. */
  static Optional<Set<Operation>> operations(@Nullable String name) {
    if (name == null) {
      return Optional.of(EnumSet.complementOf(EnumSet.of(Operation.TOKEN)));
    }
    return switch (name) {
      case "hunt" -> Optional.of(Set.of(Operation.HUNT));
      case "token" -> Optional.of(Set.of(Operation.TOKEN));
      case "incidents" ->
          Optional.of(
              Set.of(Operation.LIST_INCIDENTS, Operation.GET_INCIDENT, Operation.UPDATE_INCIDENT));
      default -> Optional.empty();
    };
  }
}

package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.sandbox.engine.HuntCost;
import dev.huntgate.sandbox.engine.HuntStoppedException;
import dev.huntgate.sandbox.engine.HuntingAnswer;
import dev.huntgate.sandbox.engine.HuntingEngine;
import dev.huntgate.sandbox.engine.KqlRejectedException;
import dev.huntgate.sandbox.engine.TimeRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Runs an admitted hunt and charges what it uses to its tenant, however it ends. */
@Singleton
final class HuntRunner {

  private final HuntingEngine engine;
  private final Desk desk;
  private final Conditions conditions;
  private final Duration timeOut;
  private final Clock clock;

  @Inject
  HuntRunner(
      HuntingEngine engine, Desk desk, Conditions conditions, SandboxConfig config, Clock clock) {
    this.engine = engine;
    this.desk = desk;
    this.conditions = conditions;
    this.timeOut = config.huntTimeout().orElse(config.limits().huntTimeout());
    this.clock = clock;
  }

  /** Runs a hunt over the part of a range that data is kept of. */
  HuntingAnswer run(ApiFamily family, String tenant, String kql, TimeRange range) {
    long start = System.nanoTime();
    try {
      HuntingAnswer answer = engine.run(kql, Timespans.kept(range, clock.instant()));
      Duration extra = conditions.latency().hunts();
      Conditions.sleep(extra.compareTo(timeOut) < 0 ? extra : timeOut);
      HuntCost cost = answer.cost().longer(extra);
      if (cost.running().compareTo(timeOut) > 0) {
        throw new HuntStoppedException(HuntStoppedException.Limit.TIME);
      }
      desk.spend(family, tenant, cost);
      return new HuntingAnswer(answer.columns(), answer.rows(), cost);
    } catch (KqlRejectedException e) {
      throw new Refusal(Refusal.Reason.BAD_HUNT, String.valueOf(e.getMessage()));
    } catch (HuntStoppedException e) {
      desk.spend(family, tenant, HuntCost.of(Duration.ofNanos(System.nanoTime() - start)));
      throw switch (e.limit()) {
        case TIME -> new Refusal(Refusal.Reason.HUNT_TIMED_OUT, "");
        case RESULT_SIZE -> new Refusal(Refusal.Reason.BAD_HUNT, Fault.Words.RESULT_SIZE);
        case RESOURCES -> new Refusal(Refusal.Reason.BAD_HUNT, Fault.Words.PREEMPTED);
      };
    }
  }
}

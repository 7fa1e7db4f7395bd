package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.engine.HuntTimedOutException;
import dev.huntgate.sandbox.engine.HuntingAnswer;
import dev.huntgate.sandbox.engine.HuntingEngine;
import dev.huntgate.sandbox.engine.KqlRejectedException;
import dev.huntgate.sandbox.engine.TimeRange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Runs an admitted hunt and charges its running time to its tenant. */
@Singleton
final class HuntRunner {

  private final HuntingEngine engine;
  private final Desk desk;

  @Inject
  HuntRunner(HuntingEngine engine, Desk desk) {
    this.engine = engine;
    this.desk = desk;
  }

  HuntingAnswer run(ApiFamily family, String tenant, String kql, TimeRange range) {
    try {
      HuntingAnswer answer = engine.run(kql, range);
      desk.spend(family, tenant, answer.executionTime());
      return answer;
    } catch (KqlRejectedException e) {
      throw new Refusal(Refusal.Reason.BAD_HUNT, String.valueOf(e.getMessage()));
    } catch (HuntTimedOutException e) {
      throw new Refusal(Refusal.Reason.HUNT_TIMED_OUT, "");
    }
  }
}

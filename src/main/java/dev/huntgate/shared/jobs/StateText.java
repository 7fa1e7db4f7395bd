package dev.huntgate.shared.jobs;

import static dev.huntgate.shared.jobs.JobText.word;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Reported;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.hunting.HuntProgress;
import dev.huntgate.hunting.HuntProgress.Queued;
import dev.huntgate.hunting.HuntProgress.Running;
import dev.huntgate.hunting.job.JobState;
import dev.huntgate.hunting.job.JobState.Cancelled;
import dev.huntgate.hunting.job.JobState.Ended;
import dev.huntgate.hunting.job.JobState.Failed;
import dev.huntgate.hunting.job.JobState.Pending;
import dev.huntgate.hunting.job.JobState.Succeeded;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * How a job stands, as it is written into the store: JSON with the version of this form.
 *
 * <p>For how long a hunt has been running is not in it, so that it changes when something happens
 * only; whoever reads it works that out.
 */
final class StateText {

  private StateText() {}

  static String write(JobState state) {
    JsonObject json = new JsonObject().put("v", JobText.VERSION);
    if (state instanceof Pending pending) {
      put(json, pending.progress());
    } else if (state instanceof Ended ended) {
      put(json.put("at", ended.at().toString()), ended);
    }
    return json.encode();
  }

  /**
   * Reads a state.
   *
   * @throws RuntimeException of any kind when it cannot be read
   */
  static JobState read(String text) {
    JsonObject json = new JsonObject(text);
    if (json.getInteger("v", 0) != JobText.VERSION) {
      throw new IllegalArgumentException("It has another version");
    }
    String is = word(json, "is");
    return switch (is) {
      case "QUEUED" ->
          new Pending(
              new Queued(json.getInteger("ahead"), Instant.parse(word(json, "expectedStart"))));
      case "RUNNING" ->
          new Pending(
              new Running(
                  Instant.parse(word(json, "since")),
                  Duration.ZERO,
                  Duration.parse(word(json, "expected"))));
      case "SUCCEEDED" -> new Succeeded(at(json), word(json, "result"));
      case "CANCELLED" -> new Cancelled(at(json));
      case "FAILED" -> new Failed(at(json), failure(json.getJsonObject("failure")));
      default -> throw new IllegalArgumentException("No job is " + is);
    };
  }

  private static void put(JsonObject json, HuntProgress progress) {
    if (progress instanceof Queued queued) {
      json.put("is", "QUEUED")
          .put("ahead", queued.ahead())
          .put("expectedStart", queued.expectedStart().toString());
    } else if (progress instanceof Running running) {
      json.put("is", "RUNNING")
          .put("since", running.since().toString())
          .put("expected", running.expected().toString());
    }
  }

  private static void put(JsonObject json, Ended state) {
    if (state instanceof Succeeded succeeded) {
      json.put("is", "SUCCEEDED").put("result", succeeded.resultId());
    } else if (state instanceof Failed failed) {
      Failure failure = failed.failure();
      Instant retryAt = failure.retryAt();
      json.put("is", "FAILED")
          .put(
              "failure",
              new JsonObject()
                  .put("code", failure.code().name())
                  .put("message", failure.message())
                  .put("retryAt", retryAt == null ? null : retryAt.toString())
                  .put("upstreamRequestId", failure.upstreamRequestId())
                  .put("argument", failure.argument()));
    } else {
      json.put("is", "CANCELLED");
    }
  }

  private static Failure failure(JsonObject json) {
    return new Reported(
        FailureCode.valueOf(word(json, "code")),
        word(json, "message"),
        JobText.time(json, "retryAt"),
        json.getString("upstreamRequestId"),
        json.getString("argument"));
  }

  private static Instant at(JsonObject json) {
    return Instant.parse(word(json, "at"));
  }
}

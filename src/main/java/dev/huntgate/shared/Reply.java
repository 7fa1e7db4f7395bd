package dev.huntgate.shared;

import dev.huntgate.budget.Admission.Reason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the script answered to a step; times are milliseconds by the replica's own clock.
 *
 * @param lost whether the store does not know the replica's past, which then has to be reported
 * @param life what tells this state of the pool from one that began anew
 * @param wake when time alone changes something; {@link Long#MAX_VALUE} if it does not
 * @param replicas how many take part
 * @param settling whether other replicas may still have to report what they spent on their own
 * @param spent what counts in each window
 * @param runningMillis the running time that is reserved
 * @param pausedUntil when upstream may be asked again; {@link Long#MIN_VALUE} while it may
 * @param outcomes what became of who waited
 */
record Reply(
    boolean lost,
    @Nullable String life,
    long wake,
    int replicas,
    boolean settling,
    List<Long> spent,
    long runningMillis,
    long pausedUntil,
    List<Outcome> outcomes,
    JsonObject body,
    long skew) {

  /** A waiter's end: granted at a time, or refused until one. */
  record Outcome(String id, @Nullable Long granted, @Nullable Reason refused, long retryAt) {}

  /**
   * @param now the replica's clock; the store's may differ
   */
  static Reply read(String text, long now) {
    JsonObject body = new JsonObject(text);
    if (body.getBoolean("stale", false)) {
      throw new StoreUnavailable("A later report of this replica has overtaken this step", null);
    }
    long skew = now - body.getLong("now", now);
    List<Outcome> outcomes = new ArrayList<>();
    for (Object each : body.getJsonArray("done", new JsonArray())) {
      JsonObject one = (JsonObject) each;
      Long granted = one.getLong("granted");
      String refused = one.getString("refused");
      outcomes.add(
          new Outcome(
              one.getString("id"),
              granted == null ? null : granted + skew,
              refused == null ? null : Reason.valueOf(refused),
              one.getLong("retryAt", 0L) + skew));
    }
    List<Long> spent = new ArrayList<>();
    for (Object each : body.getJsonArray("spent", new JsonArray())) {
      spent.add(((Number) each).longValue());
    }
    Long wake = body.getLong("wake");
    Long paused = body.getLong("paused");
    return new Reply(
        body.getBoolean("lost", false),
        body.getString("life"),
        wake == null ? Long.MAX_VALUE : wake + skew,
        body.getInteger("replicas", 1),
        body.getBoolean("settling", false),
        List.copyOf(spent),
        body.getLong("running", 0L),
        paused == null ? Long.MIN_VALUE : paused + skew,
        List.copyOf(outcomes),
        body,
        skew);
  }

  /** A time that the script gave, by the replica's clock. */
  long time(String name) {
    return time(body, name);
  }

  long time(JsonObject part, String name) {
    return part.getLong(name) + skew;
  }
}

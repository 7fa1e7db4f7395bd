package dev.huntgate.shared;

import io.vertx.core.json.JsonObject;

/**
 * How a call ended, until the store knows it.
 *
 * @param usedMillis its running time
 * @param accepted whether upstream answered
 * @param pausedUntil the time that came with a 429
 * @param at when it ended, by this replica's clock
 */
record Ending(
    SharedCall call, How how, long usedMillis, boolean accepted, long pausedUntil, long at) {

  /** The kinds of ends, as the script names them. */
  enum How {
    SETTLED("settled"),
    WITHDRAWN("withdrawn"),
    THROTTLED("throttled");

    private final String word;

    How(String word) {
      this.word = word;
    }
  }

  static Ending settled(SharedCall call, long usedMillis, boolean accepted, long at) {
    return new Ending(call, How.SETTLED, usedMillis, accepted, 0, at);
  }

  static Ending withdrawn(SharedCall call, long at) {
    return new Ending(call, How.WITHDRAWN, 0, false, 0, at);
  }

  static Ending throttled(SharedCall call, long until, long at) {
    return new Ending(call, How.THROTTLED, 0, false, until, at);
  }

  /** As the script takes it. */
  JsonObject json(long now) {
    JsonObject json =
        SharedWaiter.json(call.id, call.ask)
            .put("how", how.word)
            .put("shared", call.isKnown())
            .put("accepted", accepted)
            .put("startedAgo", Math.max(0, now - call.startedAt))
            .put("endedAgo", Math.max(0, now - at));
    if (how == How.SETTLED) {
      json.put("used", usedMillis);
    }
    return how == How.THROTTLED ? json.put("pause", pausedUntil - now) : json;
  }
}

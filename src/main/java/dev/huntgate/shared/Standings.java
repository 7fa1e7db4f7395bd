package dev.huntgate.shared;

import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Standing;
import dev.huntgate.budget.Standing.State;
import dev.huntgate.budget.Standing.WindowStanding;
import dev.huntgate.budget.Window;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads how a pool stands off a reply. */
final class Standings {

  private Standings() {}

  static Standing read(Operation operation, List<Window> windows, Reply reply) {
    JsonObject body = reply.body();
    JsonArray told = body.getJsonArray("windows", new JsonArray());
    List<WindowStanding> standings = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      Window window = windows.get(i);
      JsonObject one = told.getJsonObject(i);
      standings.add(
          new WindowStanding(
              window.unit(),
              window.duration(),
              window.limit(),
              one.getLong("used"),
              one.getLong("reserved"),
              one.getLong("remaining"),
              Instant.ofEpochMilli(reply.time(one, "nextAt")),
              Instant.ofEpochMilli(reply.time(one, "resetsAt"))));
    }
    State state = State.valueOf(body.getString("state"));
    return new Standing(
        operation,
        state,
        state == State.PAUSED ? Instant.ofEpochMilli(reply.pausedUntil()) : null,
        body.getInteger("queue"),
        standings);
  }
}

package dev.huntgate.shared.jobs;

import dev.huntgate.access.Tenant;
import dev.huntgate.shared.RedisCommands;
import dev.huntgate.shared.RedisKeys;
import dev.huntgate.shared.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The way to jobs in Redis, where each step is a run of one script. */
final class RedisJobSteps implements JobSteps {

  private static final String CHANNEL = RedisKeys.channel("jobs");
  private static final RedisScript SCRIPT = RedisScript.of("jobs.lua");

  private final RedisCommands commands;

  RedisJobSteps(RedisCommands commands) {
    this.commands = commands;
  }

  @Override
  public Uni<JsonObject> take(Tenant tenant, JsonObject step) {
    String base = RedisKeys.of(tenant);
    String whole =
        step.copy()
            .put("tenant", tenant.name())
            .put("prefix", base + "job:")
            .put("channel", CHANNEL)
            .encode();
    return commands
        .run(
            SCRIPT,
            List.of(base + "jobs:pending", base + "jobs:ended", base + "jobs:about"),
            List.of(whole))
        .map(reply -> new JsonObject(Objects.requireNonNull(reply).toString()));
  }

  @Override
  public void listen(Consumer<String> word, Runnable missed) {
    commands.listen(CHANNEL, word, missed);
  }
}

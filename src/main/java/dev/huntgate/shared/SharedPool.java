package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.BudgetRules;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.PoolName;
import dev.huntgate.budget.Unit;
import dev.huntgate.budget.Window;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One tenant's pool as the store knows it: where it is kept, and the windows that hold.
 *
 * <p>All its keys are in one hash slot, the tenant's. What was spent is kept by a window's unit and
 * length, so that replicas with other limits, such as while settings are rolled out, count the
 * same.
 *
 * @param name the tenant and the pool, the same at all replicas
 * @param keys in the order in which the script takes them
 * @param description the windows and rules, as JSON
 */
record SharedPool(
    String name, Operation operation, List<Window> windows, List<String> keys, String description) {

  /* What is kept outlives a long weekend, so that a service that slept is not taken for new. */
  private static final Duration KEPT = Duration.ofDays(8);

  private static final List<String> PARTS =
      List.of("state", "calls", "waiting", "lanes", "background", "alive", "mail", "seen");

  static SharedPool of(
      Tenant tenant,
      Operation operation,
      List<Window> windows,
      BudgetRules rules,
      SharedRules shared) {
    String pool = PoolName.of(operation).text();
    String base = RedisKeys.of(tenant) + pool + ":";
    List<String> keys = new ArrayList<>();
    PARTS.forEach(part -> keys.add(base + part));
    JsonArray described = new JsonArray();
    Duration longest = KEPT;
    for (Window window : windows) {
      Duration length = window.duration().plus(rules.guard());
      boolean time = window.unit() == Unit.MILLISECONDS;
      keys.add(base + (time ? "time:" : "calls:") + length.toMillis());
      keys.add(base + "background:" + length.toMillis());
      longest = longest.compareTo(length.multipliedBy(2)) < 0 ? length.multipliedBy(2) : longest;
      described.add(
          new JsonObject()
              .put("time", time)
              .put("limit", window.limit())
              .put("length", length.toMillis())
              .put("usable", rules.usable(window))
              .put("most", (long) (window.limit() * rules.shares().backgroundAtMost()))
              .put("owed", (long) (window.limit() * rules.shares().backgroundOwed()))
              .put("assumed", rules.heldBack(window)));
    }
    JsonObject description =
        new JsonObject()
            .put("name", tenant.name() + ":" + pool)
            .put("channel", channel(""))
            .put("windows", described)
            .put("timed", windows.stream().anyMatch(one -> one.unit() == Unit.MILLISECONDS))
            .put("longestQueue", rules.longestQueue())
            .put("lease", shared.lease().toMillis())
            .put("arrival", BudgetRules.ARRIVAL.toMillis())
            .put("silence", SharedRules.RETRY.toMillis())
            .put("settling", SharedRules.SETTLING.toMillis())
            .put("keep", longest.toMillis());
    return new SharedPool(
        tenant.name() + ":" + pool,
        operation,
        List.copyOf(windows),
        List.copyOf(keys),
        description.encode());
  }

  /** For how long what was spent counts, at most; 0 where there are no windows. */
  long longestMillis() {
    return windows.stream().mapToLong(window -> window.duration().toMillis()).max().orElse(0);
  }

  /** Where others leave word for a replica. */
  static String channel(String replica) {
    return RedisKeys.channel("mail:" + replica);
  }
}

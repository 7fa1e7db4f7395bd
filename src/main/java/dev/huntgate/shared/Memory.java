package dev.huntgate.shared;

import dev.huntgate.access.Tenant;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a replica last knew of a pool, and for how long it was cut off from it. Not thread-safe. */
final class Memory {

  private final Tenant tenant;
  private final SharedPool pool;
  private final Replica replica;
  private @Nullable String life;
  private long epoch;
  private @Nullable Reply known;
  private long knownAt;
  /* The own ledger of last time: it goes on where not all have reported since. */
  private @Nullable Alone before;
  private long aloneSince;
  private long aloneMillis;

  Memory(Tenant tenant, SharedPool pool, Replica replica) {
    this.tenant = tenant;
    this.pool = pool;
    this.replica = replica;
  }

  void learn(Reply reply) {
    life = reply.life();
    known = reply;
    knownAt = replica.now();
  }

  /** Steps that were signed before this are late from now on, and so are their replies. */
  void beginReport() {
    epoch++;
  }

  /** How many reports have begun. */
  long epoch() {
    return epoch;
  }

  /**
   * Says in a step who takes it and what they know.
   *
   * @param holds whether the store should know this replica
   */
  void sign(JsonObject step, boolean holds) {
    step.put("replica", replica.name()).put("epoch", epoch).put("holds", holds);
    step.put("newLife", "life-" + UUID.randomUUID());
    if (life != null) {
      step.put("life", life);
    }
  }

  /** Says in a report what a store that has forgotten all is to take as spent. */
  void describe(JsonObject report, boolean cutOff) {
    Reply last = known;
    if (last == null) {
      return;
    }
    long age = replica.now() - knownAt;
    report.put("fresh", cutOff || age <= replica.rules().lease().toMillis());
    JsonArray spent = new JsonArray();
    for (int i = 0; i < last.spent().size(); i++) {
      boolean counts = age < pool.windows().get(i).duration().toMillis();
      spent.add(counts ? last.spent().get(i) : 0);
    }
    report.put("spent", spent);
    long pause = last.pausedUntil() - replica.now();
    if (last.pausedUntil() != Long.MIN_VALUE && pause > 0) {
      report.put("pause", pause);
    }
  }

  /** A ledger of this replica's own, from what is known. */
  Alone beginAlone(Books books) {
    Alone own = before;
    if (own == null || known == null || !known.settling()) {
      own =
          new Alone(
              tenant,
              pool,
              replica.budget(),
              replica.rules(),
              known,
              knownAt,
              window -> books.grantedAlone(replica.now() - window.duration().toMillis()),
              replica.clock(),
              replica.alarm());
    }
    before = own;
    aloneSince = replica.now();
    return own;
  }

  void endAlone() {
    aloneMillis += Math.max(0, replica.now() - aloneSince);
  }

  Duration aloneFor(boolean stillAlone) {
    long current = stillAlone ? Math.max(0, replica.now() - aloneSince) : 0;
    return Duration.ofMillis(aloneMillis + current);
  }
}

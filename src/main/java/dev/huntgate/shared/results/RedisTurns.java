package dev.huntgate.shared.results;

import dev.huntgate.budget.Alarm;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.hunting.Turns;
import dev.huntgate.shared.RedisCommands;
import dev.huntgate.shared.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Turns that are kept in Redis, each for as long as a lease that its replica renews.
 *
 * <p>While Redis cannot be reached every replica has its turn: a hunt may then run at several.
 */
final class RedisTurns implements Turns {

  private static final Logger LOG = Logger.getLogger(RedisTurns.class);
  private static final RedisScript SCRIPT = RedisScript.of("turns.lua");
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int TAKEN = -2;
  private static final int WAITS = -1;

  private final RedisCommands redis;
  private final Duration lease;
  private final Clock clock;
  private final Alarm alarm;
  /* Completed when a word comes that something has changed. */
  private final Map<String, CompletableFuture<Void>> words = new ConcurrentHashMap<>();

  RedisTurns(RedisCommands redis, Duration lease, Clock clock, Alarm alarm) {
    this.redis = redis;
    this.lease = lease;
    this.clock = clock;
    this.alarm = alarm;
  }

  @Override
  public Uni<Turn> take(ResultKey key) {
    return Uni.createFrom()
        .deferred(
            () -> {
              String name = HuntNames.turn(key);
              Held mine = new Held(name, UUID.randomUUID().toString());
              // Before the turn is looked at, so that no word is missed.
              CompletableFuture<Void> word =
                  words.computeIfAbsent(name, any -> new CompletableFuture<>());
              return run("take", mine)
                  .map(held -> turn(held, mine, word))
                  .onFailure()
                  .recoverWithItem(
                      failure -> {
                        LOG.debugf("A turn could not be taken: %s", failure.getMessage());
                        return mine;
                      });
            });
  }

  /** Something has changed about a turn. */
  void heard(String name) {
    CompletableFuture<Void> word = words.remove(name);
    if (word != null) {
      word.complete(null);
    }
  }

  /** Words may have been missed. */
  void missed() {
    List.copyOf(words.keySet()).forEach(this::heard);
  }

  private Turn turn(@Nullable Response held, Held mine, CompletableFuture<Void> word) {
    int millis = held == null ? TAKEN : held.toInteger();
    if (millis == TAKEN) {
      words.remove(mine.name, word);
      mine.renewLater();
      return mine;
    }
    Instant since = millis == WAITS ? null : clock.instant().minusMillis(millis);
    Uni<Void> heard = Uni.createFrom().completionStage(word::copy);
    return new Others(
        since,
        Uni.combine()
            .any()
            .of(alarm.pause(LOOK), heard)
            .onTermination()
            .invoke(() -> words.remove(mine.name, word)));
  }

  private Uni<@Nullable Response> run(String what, Held turn) {
    return redis.run(
        SCRIPT,
        List.of(turn.name),
        List.of(
            what,
            turn.token,
            String.valueOf(lease.toMillis()),
            HuntNames.CHANNEL,
            SharedHunts.CHANGED + turn.name));
  }

  /** A turn of this replica's. */
  private final class Held implements Mine {
    private final String name;
    private final String token;
    private @Nullable Runnable cancelRenewal;
    private boolean over;

    Held(String name, String token) {
      this.name = name;
      this.token = token;
    }

    @Override
    public void admitted() {
      tell("admitted");
    }

    @Override
    public void end() {
      synchronized (this) {
        if (over) {
          return;
        }
        over = true;
        if (cancelRenewal == null) {
          // It was never taken, as Redis could not be reached.
          return;
        }
        cancelRenewal.run();
      }
      tell("end");
    }

    synchronized void renewLater() {
      if (!over) {
        cancelRenewal = alarm.after(lease.dividedBy(3), this::renew);
      }
    }

    private void renew() {
      tell("renew");
      renewLater();
    }

    private void tell(String what) {
      run(what, this)
          .subscribe()
          .with(
              told -> {},
              failure -> LOG.debugf("A turn was not told of: %s", failure.getMessage()));
    }
  }
}

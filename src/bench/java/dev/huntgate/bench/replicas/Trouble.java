package dev.huntgate.bench.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Kills replicas and starts them again, at random; takes Redis away and brings it back. */
final class Trouble implements AutoCloseable {

  /** A process of a replica that was killed, and when. */
  record Kill(int replica, int life, long at) {}

  private static final double AIMED = 0.25;
  private static final long AIM_MILLIS = 15_000;
  private static final long LOOK_MILLIS = 5;
  private static final int DOWN_MILLIS = 8_000;
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private final List<Gateway> gateways;
  private final Witness witness;
  private final RedisProcess redis;
  private final LongSupplier clock;
  private final Random random;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Kill> kills = Collections.synchronizedList(new ArrayList<>());
  private final List<Outage> outages = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> recoveries = Collections.synchronizedList(new ArrayList<>());

  Trouble(
      List<Gateway> gateways, Witness witness, RedisProcess redis, LongSupplier clock, long seed) {
    this.gateways = gateways;
    this.witness = witness;
    this.redis = redis;
    this.clock = clock;
    this.random = new Random(seed);
  }

  /** Kills until interrupted; a part of the kills wait for a moment with a hunt upstream. */
  void killNowAndThen(Duration every) {
    threads.execute(
        () -> {
          while (pause((long) (-Math.log(1 - random.nextDouble()) * every.toMillis()))) {
            Gateway victim = gateways.get(random.nextInt(gateways.size()));
            long down = 500 + random.nextInt(DOWN_MILLIS);
            boolean aimed = random.nextDouble() < AIMED;
            if (victim.isUp() && !threads.isShutdown()) {
              threads.execute(() -> kill(victim, aimed, down));
            }
          }
        });
  }

  private void kill(Gateway victim, boolean aimed, long down) {
    long until = clock.getAsLong() + AIM_MILLIS;
    while (aimed && witness.inFlight(victim.number) == 0 && clock.getAsLong() < until) {
      if (!pause(LOOK_MILLIS)) {
        return;
      }
    }
    try {
      synchronized (victim) {
        if (!victim.isUp()) {
          return;
        }
        kills.add(new Kill(victim.number, victim.life(), clock.getAsLong()));
        victim.kill();
        if (pause(down)) {
          victim.start();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes Redis away for a while, and waits until all share the budget again. */
  void takeRedisAway(Outage.Kind kind, Duration time) throws IOException, InterruptedException {
    long from = clock.getAsLong();
    int inFlight = witness.inFlight();
    if (kind == Outage.Kind.STOPPED) {
      redis.stop();
    } else {
      redis.kill();
    }
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
    if (kind == Outage.Kind.STOPPED) {
      redis.goOn();
    } else {
      redis.start();
    }
    long back = clock.getAsLong();
    outages.add(new Outage(kind, from, back, inFlight));
    while (!allShare() && clock.getAsLong() < back + RECOVERY.toMillis()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    recoveries.add(clock.getAsLong() - back);
  }

  /** Whether all that are up share one budget. */
  boolean allShare() {
    for (Gateway gateway : gateways) {
      int life = gateway.life();
      try {
        if (gateway.isUp() && !gateway.mode().equals("shared") && gateway.life() == life) {
          return false;
        }
      } catch (IOException killed) {
        if (gateway.life() == life) {
          return false;
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** No more kills; who is down is started. */
  void end() throws InterruptedException, IOException {
    threads.shutdownNow();
    threads.awaitTermination(60, TimeUnit.SECONDS);
    for (Gateway gateway : gateways) {
      if (!gateway.isUp()) {
        gateway.start();
      }
    }
  }

  List<Kill> kills() {
    return List.copyOf(kills);
  }

  List<Outage> outages() {
    return List.copyOf(outages);
  }

  /** How long after each outage it took until all shared again, in milliseconds. */
  List<Long> recoveries() {
    return List.copyOf(recoveries);
  }

  private static boolean pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

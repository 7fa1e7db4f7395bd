package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both meters against lists of everything that ever happened. */
class MeterTest {

  private record Spent(long at, long amount) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void countsCallsExactly(long seed) {
    Random random = new Random(seed);
    int limit = 1 + random.nextInt(30);
    long length = 1_000 + random.nextInt(100_000);
    CallLog log = new CallLog(limit, length);
    List<Long> oracle = new ArrayList<>();
    long now = random.nextInt(1_000_000);
    for (int i = 0; i < 5_000; i++) {
      now += later(random, length);
      long time = now;
      oracle.removeIf(at -> at + length <= time);
      assertEquals(oracle.size(), log.used(now));
      if (random.nextInt(4) == 0 && !oracle.isEmpty()) {
        long gone = oracle.remove(random.nextInt(oracle.size()));
        log.remove(gone);
      } else if (random.nextInt(4) == 0 && !oracle.isEmpty()) {
        long moved = oracle.remove(random.nextInt(oracle.size()));
        long later = moved + (now > moved ? random.nextLong(now - moved + 1) : 0);
        oracle.add(later);
        log.move(moved, later);
      } else if (random.nextInt(10) == 0) {
        log.move(now + 1, now + 1);
        log.move(now - length, now);
        log.remove(now + 1);
        log.remove(now - length);
      } else if (oracle.size() < limit) {
        int calls = 1 + random.nextInt(limit - oracle.size());
        log.add(calls, now);
        for (int call = 0; call < calls; call++) {
          oracle.add(now);
        }
      }
      oracle.sort(null);
      assertEquals(oracle.size(), log.used(now));
      for (int amount = 0; amount <= oracle.size() + 1; amount++) {
        long freed =
            amount == 0
                ? now
                : amount > oracle.size() ? Meter.NEVER : oracle.get(amount - 1) + length;
        assertEquals(freed, log.whenFreed(amount, now));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void countsRunningTimeNeverShorterAndAtMostAStepLonger(long seed) {
    Random random = new Random(seed);
    long length = random.nextBoolean() ? 1 + random.nextInt(3_000) : 3_601_000L + seed * 997;
    long step = Math.max(1, length / 1_000);
    TimeLog log = new TimeLog(length);
    List<Spent> oracle = new ArrayList<>();
    long now = random.nextLong(2_000_000_000_000L);
    for (int i = 0; i < 3_000; i++) {
      now += later(random, length);
      if (random.nextInt(3) > 0) {
        long amount = random.nextInt(10) == 0 ? 0 : random.nextInt(100_000);
        log.add(amount, now);
        oracle.add(new Spent(now, amount));
      }
      long used = log.used(now);
      assertTrue(used >= sum(oracle, now, length), "counts too little");
      assertTrue(used <= sum(oracle, now, length + step), "counts too long");
      long time = now;
      oracle.removeIf(spent -> spent.at() + length + step < time);
      long amount = used == 0 ? 1 : 1 + random.nextLong(used);
      assertFreed(log, oracle, amount, now, length, step);
    }
  }

  /** Looks at a log without moving it: asks only for times that are still to come. */
  private static void assertFreed(
      TimeLog log, List<Spent> oracle, long amount, long now, long length, long step) {
    long freedAt = log.whenFreed(amount, now);
    if (amount > log.used(now)) {
      assertEquals(Meter.NEVER, freedAt);
      return;
    }
    assertTrue(freedAt > now);
    long all = log.used(now);
    assertTrue(all - sum(oracle, freedAt, length) >= amount, "freed too early");
    assertTrue(all - sum(oracle, freedAt - 1, length + step) < amount, "freed too late");
    assertEquals(Meter.NEVER, log.whenFreed(all + 1, now));
    assertEquals(now, log.whenFreed(0, now));
  }

  @Test
  void forgetsAll_afterALongSilence() {
    TimeLog log = new TimeLog(60_000);
    log.add(10, 1_000);

    assertEquals(0, log.used(Long.MAX_VALUE / 2));
    assertEquals(Meter.NEVER, log.whenFreed(1, Long.MAX_VALUE / 2));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void keepsItsWord_whenTimeComes(long seed) {
    Random random = new Random(seed);
    TimeLog log = new TimeLog(61_000);
    long now = 0;
    for (int i = 0; i < 500; i++) {
      log.add(1 + random.nextInt(1_000), now);
      long used = log.used(now);
      long amount = 1 + random.nextLong(used);
      long freedAt = log.whenFreed(amount, now);
      long before = log.used(freedAt - 1);
      assertTrue(used - before < amount);
      assertTrue(used - log.used(freedAt) >= amount);
      now = freedAt + random.nextInt(1_000);
    }
  }

  private static long sum(List<Spent> oracle, long now, long length) {
    return oracle.stream()
        .filter(spent -> spent.at() + length > now)
        .mapToLong(Spent::amount)
        .sum();
  }

  private static long later(Random random, long length) {
    return switch (random.nextInt(20)) {
      case 0 -> random.nextLong(2 * length);
      case 1, 2, 3, 4 -> 0;
      default -> random.nextLong(1 + length / 20);
    };
  }
}

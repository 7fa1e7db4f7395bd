package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlidingLogTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithAListOfAllCalls_whateverTheTimes(long seed) {
    Random random = new Random(seed);
    int limit = 1 + random.nextInt(20);
    long length = 1 + random.nextInt(1000);
    SlidingLog log = new SlidingLog(limit, length);
    List<Long> all = new ArrayList<>();
    long now = random.nextInt(1000);
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < 2_000; i++) {
      now += random.nextInt(100) < 5 ? -random.nextInt(300) : random.nextInt(80);
      latest = Math.max(latest, now);
      long at = latest;
      List<Long> counted = all.stream().filter(time -> time + length > at).toList();

      assertEquals(counted.size(), log.used(now));
      long expected = counted.size() < limit ? now : counted.get(counted.size() - limit) + length;
      assertEquals(expected, log.nextAt(now));
      if (expected <= now) {
        log.add(now);
        all.add(latest);
      }
    }
    assertTrue(all.size() > limit);
  }

  @Test
  void refusesToCount_whenTheWindowIsFull() {
    SlidingLog log = new SlidingLog(1, 10);
    log.add(5);

    assertThrows(IllegalStateException.class, () -> log.add(14));
    log.add(15);
  }
}

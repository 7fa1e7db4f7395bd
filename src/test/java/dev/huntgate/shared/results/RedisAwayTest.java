package dev.huntgate.shared.results;

import static dev.huntgate.shared.results.HuntingReplica.LONG;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.cache.CachingForTests;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.shared.RedisForTests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replicas whose Redis goes away and comes back empty. */
class RedisAwayTest {

  private static final Result RESULT =
      new ResultBuilder(List.of(new Column("Number", ColumnType.LONG))).build();

  @Test
  void huntsAlone_whileRedisIsAway_andSharesAgain() {
    RedisForTests redis = RedisForTests.with();
    try (redis;
        HuntingReplica one = replica(redis);
        HuntingReplica other = replica(redis)) {
      bought(one, "T1");
      redis.stop();

      assertEquals(Origin.KEPT, one.hunt("T1").served().origin());
      bought(other, "T1");
      bought(one, "T2");

      redis.start();
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> {
                Hunt bought = one.hunt("T" + System.nanoTime());
                one.written(bought);
                Hunt hunt = other.hunt(bought.stored().key().kql().text());
                assertEquals(Origin.SHARED, hunt.served().origin());
              });
    }
  }

  private static HuntingReplica replica(RedisForTests redis) {
    HuntingReplica replica =
        new HuntingReplica(
            redis,
            1 << 20,
            CachingForTests.keeping(1 << 20, Duration.ofMinutes(10)),
            Duration.ofMillis(500));
    replica.answersAtOnce.set(RESULT);
    return replica;
  }

  private static void bought(HuntingReplica replica, String kql) {
    Hunt hunt = replica.hunt(kql);
    assertEquals(Origin.BOUGHT, hunt.served().origin());
    replica.written(hunt);
  }
}

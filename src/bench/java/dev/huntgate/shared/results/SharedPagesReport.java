package dev.huntgate.shared.results;

import static dev.huntgate.shared.results.HuntingReplica.LONG;

import dev.huntgate.access.Tenant;
import dev.huntgate.bench.ReferenceResult;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.result.Result;
import dev.huntgate.result.RowRange;
import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;
import dev.huntgate.shared.RedisForTests;
import dev.huntgate.upstream.HuntingBodies;
import io.vertx.redis.client.Command;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page of 100 rows of the reference result costs: from memory, alone and beside other
 * replicas; and from a Redis on this machine, where another replica kept it, a part or whole.
 * {@code -Dtimes}, 1,000 unless given, is how many pages are read from Redis.
 */
public final class SharedPagesReport {

  private static final int PAGE = 100;
  private static final int FROM_REDIS = Integer.getInteger("times", 1_000);
  private static final int FROM_MEMORY = 50 * FROM_REDIS;
  private static final int WHOLE = 2 + FROM_REDIS / 50;
  private static final Pattern SENT = Pattern.compile("total_net_output_bytes:(\\d+)");

  private interface Reading {
    StoredResult read(int from);
  }

  private final Utf8Buffer out = new Utf8Buffer(1 << 17);
  private final Random random = new Random(1);
  private final RedisForTests redis;

  private SharedPagesReport(RedisForTests redis) {
    this.redis = redis;
  }

  public static void main(String[] args) throws IOException {
    try (RedisForTests redis = RedisForTests.with()) {
      new SharedPagesReport(redis).run(result());
    }
    // Threads of Vert.x and of Mutiny wait for more.
    System.exit(0);
  }

  private void run(Result result) {
    try (HuntingReplica alone = HuntingReplica.alone();
        HuntingReplica buyer = new HuntingReplica(redis)) {
      alone.answersAtOnce.set(result);
      alone.hunt("T");
      buyer.answersAtOnce.set(result);
      Hunt bought = buyer.hunt("T");
      buyer.written(bought);
      double[] memory =
          measure("from memory, alone", FROM_MEMORY, from -> alone.hunt("T").stored());
      double[] beside =
          measure("from memory, replicas share", FROM_MEMORY, from -> buyer.hunt("T").stored());
      System.out.printf(
          "replicas share, beside alone: p50 %.2f ×, p99 %.2f ×%n",
          beside[0] / memory[0], beside[1] / memory[1]);
      String id = bought.stored().id();
      double[] part =
          measure(
              "from Redis, its rows alone",
              FROM_REDIS,
              from -> read(buyer, id, new RowRange(from, from + PAGE)));
      double[] whole = measure("from Redis, whole", WHOLE, from -> read(buyer, id, RowRange.ALL));
      System.out.printf(
          "its rows alone, beside whole: p50 %.3f ×, p99 %.3f ×%n",
          part[0] / whole[0], part[1] / whole[1]);
    }
  }

  /* What memory holds would answer from there. */
  private static StoredResult read(HuntingReplica replica, String id, RowRange rows) {
    return replica
        .sharing
        .results()
        .find(Tenant.DEFAULT, id, rows)
        .await()
        .atMost(LONG)
        .orElseThrow();
  }

  private double[] measure(String what, int times, Reading reading) {
    for (int i = 0; i < times; i++) {
      page(reading);
    }
    long before = sent();
    double[] micros = new double[times];
    for (int i = 0; i < times; i++) {
      long begun = System.nanoTime();
      page(reading);
      micros[i] = (System.nanoTime() - begun) / 1e3;
    }
    long sent = (sent() - before) / times;
    Arrays.sort(micros);
    double p50 = micros[times / 2];
    double p99 = micros[times * 99 / 100];
    System.out.printf(
        "%s: p50 %.0f µs, p99 %.0f µs, %d kB from Redis%n", what, p50, p99, sent / 1000);
    return new double[] {p50, p99};
  }

  private void page(Reading reading) {
    int from = random.nextInt(ReferenceResult.ROWS - PAGE);
    Rows rows = reading.read(from).result().rows();
    out.clear();
    for (int row = from; row < from + PAGE; row++) {
      rows.writeArray(row, out);
    }
  }

  private long sent() {
    Matcher found = SENT.matcher(redis.run(Command.INFO, "stats").toString());
    if (!found.find()) {
      throw new IllegalStateException("Redis does not say what it sent");
    }
    return Long.parseLong(found.group(1));
  }

  private static Result result() throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream(1 << 27);
    new ReferenceResult().writeTo(json);
    return HuntingBodies.read(new ByteArrayInputStream(json.toByteArray()));
  }
}

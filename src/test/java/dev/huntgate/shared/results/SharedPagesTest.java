package dev.huntgate.shared.results;

import static dev.huntgate.shared.results.HuntingReplica.CALLER;
import static dev.huntgate.shared.results.HuntingReplica.LONG;
import static dev.huntgate.shared.results.HuntingReplica.numbers;
import static dev.huntgate.shared.results.HuntingReplica.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.RunOfJob;
import dev.huntgate.result.Result;
import dev.huntgate.result.RowRange;
import dev.huntgate.shared.RedisForTests;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of a large result that another replica bought, of which no more is read than is needed. */
class SharedPagesTest {

  private static final Result LARGE = numbers(300_000, new Random(3));
  private static final RowRange FIRST = new RowRange(0, 100);
  private static final Pattern SENT = Pattern.compile("total_net_output_bytes:(\\d+)");
  private static RedisForTests redis;

  private HuntingReplica one;
  private HuntingReplica other;

  @BeforeAll
  static void start() {
    redis = RedisForTests.with();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void join() {
    redis.run(Command.FLUSHALL);
    one = new HuntingReplica(redis);
    other = new HuntingReplica(redis);
  }

  @AfterEach
  void leave() {
    one.close();
    other.close();
  }

  @Test
  void readsOnlyItsRows_whenAPageIsAskedFor() {
    bought(LARGE);
    long before = sent();

    Hunt page = hunt(FIRST);

    long read = sent() - before;
    assertTrue(read < 2 * Pieces.PIECE_BYTES, read + " bytes");
    assertEquals(Origin.SHARED, page.served().origin());
    assertTrue(page.served().kept());
    assertFalse(page.stored().result().isWhole());
    assertRows(FIRST, page);
    assertEquals(0, other.calls.size());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "5000, 5100",
    "150000, 160000",
    "299990, 300090",
    "299999, 400000",
    "300000, 300100",
    "500000, 500100",
    "0, 0"
  })
  void readsAnyPage(int from, int to) {
    bought(LARGE);

    Hunt page = hunt(new RowRange(from, to));

    assertEquals(LARGE.rowCount(), page.stored().result().rowCount());
    assertEquals(LARGE.columns(), page.stored().result().columns());
    assertFalse(page.stored().result().isWhole());
    assertRows(
        new RowRange(Math.min(from, LARGE.rowCount()), Math.min(to, LARGE.rowCount())), page);
  }

  @Test
  void readsItWhole_whenSomebodyComesBack() {
    Hunt bought = bought(LARGE);
    assertFalse(reread(bought, FIRST).stored().result().isWhole());

    Hunt again = reread(bought, new RowRange(100, 200));

    assertTrue(again.stored().result().isWhole());
    assertEquals(Origin.KEPT, other.hunt("T").served().origin());
    assertEquals(Origin.KEPT, hunt(FIRST).served().origin());
  }

  @Test
  void readsItWhole_whenAllRowsAreNeeded() {
    bought(LARGE);

    Hunt whole = hunt(RowRange.ALL);

    assertEquals(Origin.SHARED, whole.served().origin());
    assertTrue(whole.stored().result().isWhole());
  }

  @Test
  void rereadsItWhole_whenAllRowsAreNeeded() {
    Hunt bought = bought(LARGE);

    assertTrue(reread(bought, RowRange.ALL).stored().result().isWhole());
  }

  @Test
  void isKept_whenAPageIsAllThereIs() {
    Result small = numbers(50, new Random(1));
    bought(small);

    assertTrue(hunt(FIRST).stored().result().isWhole());
    assertEquals(Origin.KEPT, other.hunt("T").served().origin());
  }

  @Test
  void hasColumns_whenThereAreNoRows() {
    Result empty = numbers(0, new Random(1));
    bought(empty);

    Result read = hunt(FIRST).stored().result();

    assertEquals(0, read.rowCount());
    assertEquals(empty.columns(), read.columns());
  }

  @Test
  void runsTheHunt_whenNothingWillDo() {
    other.answersAtOnce.set(LARGE);
    assertEquals(Origin.BOUGHT, hunt(request("U"), FIRST).served().origin());
    bought(LARGE);

    assertEquals(Origin.BOUGHT, hunt(request("T", Duration.ZERO, LONG), FIRST).served().origin());
    HuntRequest bad = new HuntRequest("", null, null, request("T").terms(), true);
    assertThrows(FailureException.class, () -> hunt(bad, FIRST));
  }

  @Test
  void readsWhatIsSound_ofADamagedResult() {
    Hunt bought = bought(LARGE);
    String name = HuntNames.result(Tenant.DEFAULT, bought.stored().id());
    redis.run(Command.HSET, name, "0", "x");

    RowRange sound = new RowRange(200_000, 200_100);
    assertRows(sound, hunt(sound));
    other.answersAtOnce.set(LARGE);
    assertEquals(Origin.BOUGHT, hunt(FIRST).served().origin());
  }

  private Hunt bought(Result result) {
    one.answersAtOnce.set(result);
    Hunt bought = one.hunt("T");
    one.written(bought);
    return bought;
  }

  private Hunt hunt(RowRange rows) {
    return hunt(request("T"), rows);
  }

  private Hunt hunt(HuntRequest request, RowRange rows) {
    return other.hunts.run(request, rows, RunOfJob.NONE).await().atMost(LONG);
  }

  private Hunt reread(Hunt hunt, RowRange rows) {
    return other
        .hunts
        .reread(CALLER, hunt.stored().id(), "id", rows, stored -> {})
        .await()
        .atMost(LONG);
  }

  private static void assertRows(RowRange rows, Hunt page) {
    Result read = page.stored().result();
    assertEquals(
        IntStream.range(rows.from(), rows.to()).mapToObj(LARGE::row).toList(),
        IntStream.range(rows.from(), rows.to()).mapToObj(read::row).toList());
  }

  private static long sent() {
    Matcher found = SENT.matcher(redis.run(Command.INFO, "stats").toString());
    assertTrue(found.find());
    return Long.parseLong(found.group(1));
  }
}

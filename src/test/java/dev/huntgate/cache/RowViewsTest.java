package dev.huntgate.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.huntgate.result.Condition;
import dev.huntgate.result.Operator;
import dev.huntgate.result.Order;
import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RowViewsTest {

  private static final List<Order> ASCENDING = List.of(Order.ascending("Number"));
  private static final List<Condition> ABOVE_ONE = List.of(Condition.of("Number", Operator.GT, 1));

  private final AtomicLong nanos = new AtomicLong();
  private final ResultCache results = StoredResults.cache();
  private final RowViews views = new RowViews(StoredResults.CONFIG, results, nanos::get);
  private final StoredResult stored =
      StoredResults.keep(results, StoredResults.countdown("T | take 3", 3));

  @Test
  void givesTheResultsOwnRows_whenNothingIsAskedOfThem() {
    assertEquals("[3]", row(views.known(stored, List.of(), List.of()), 0));
  }

  @Test
  void sortsAndFiltersOnce_whilePagedThrough() {
    assertNull(views.known(stored, ABOVE_ONE, ASCENDING));

    Rows rows = views.of(stored, ABOVE_ONE, ASCENDING);

    assertEquals(2, rows.size());
    assertEquals("[2]", row(rows, 0));
    assertSame(rows, views.of(stored, ABOVE_ONE, ASCENDING));
    assertSame(rows, views.known(stored, ABOVE_ONE, ASCENDING));
  }

  @Test
  void sortsAnew_whenNobodyReadForLong() {
    Rows rows = views.of(stored, List.of(), ASCENDING);

    nanos.addAndGet(Duration.ofMinutes(5).toNanos());

    assertNull(views.known(stored, List.of(), ASCENDING));
    assertNotSame(rows, views.of(stored, List.of(), ASCENDING));
  }

  @Test
  void forgetsTheRows_whenTheResultGoes() {
    views.of(stored, List.of(), ASCENDING);

    results.purge(stored.key()::equals);

    assertNull(views.known(stored, List.of(), ASCENDING));
  }

  @Test
  void servesButKeepsNothing_whenTheResultWentBefore() {
    results.purge(stored.key()::equals);

    assertEquals("[1]", row(views.of(stored, List.of(), ASCENDING), 0));
    assertNull(views.known(stored, List.of(), ASCENDING));
  }

  private static String row(Rows rows, int index) {
    Utf8Buffer out = new Utf8Buffer(16);
    rows.writeArray(index, out);
    return out.toString();
  }
}

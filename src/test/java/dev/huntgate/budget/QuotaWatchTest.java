package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotaWatchTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-01T10:00:00Z"));
  private final InMemoryLedger ledger =
      new InMemoryLedger(
          tenant ->
              List.of(
                  new Pool(
                      Set.of(Operation.HUNTING), List.of(Window.calls(15, Duration.ofMinutes(1))))),
          new BudgetRules(SECOND, 1, 1000, Shares.DEFAULT, 0),
          time,
          time);
  private final QuotaWatch watch = new QuotaWatch(ledger, time);

  @Test
  void tellsAtOnce_andOnlyWhatChanged() {
    AssertSubscriber<List<Standing>> watcher = watching();
    assertEquals(1, watcher.getItems().size());

    time.pass(Duration.ofMinutes(5));
    assertEquals(1, watcher.getItems().size());

    ledger
        .admit(
            Tenant.DEFAULT,
            new Ask(
                Operation.HUNTING,
                Caller.ANONYMOUS,
                Priority.INTERACTIVE,
                Duration.ZERO,
                Duration.ZERO))
        .await()
        .indefinitely();
    time.pass(SECOND);
    assertEquals(2, watcher.getItems().size());
    assertNotEquals(watcher.getItems().get(0), watcher.getItems().get(1));
  }

  @Test
  void looksNoMore_whenNobodyWatches() {
    AssertSubscriber<List<Standing>> watcher = watching();
    time.pass(SECOND);
    watcher.cancel();
    long alarms = time.alarmsSet();

    time.pass(Duration.ofHours(1));

    assertEquals(alarms, time.alarmsSet());
  }

  private AssertSubscriber<List<Standing>> watching() {
    return watch
        .watch(Tenant.DEFAULT)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
  }
}

package dev.huntgate.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Admission;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Ask;
import dev.huntgate.budget.Operation;
import dev.huntgate.budget.Priority;
import dev.huntgate.budget.Window;
import dev.huntgate.shared.ReplicasForTests.Asked;
import dev.huntgate.shared.ReplicasForTests.One;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps that a report overtakes on their way to the store, or on the way back. */
class LateReplyTest {

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final Window MINUTE = Window.calls(20, Duration.ofMinutes(1));

  @RegisterExtension static final ReplicasForTests replicas = new ReplicasForTests();

  /** Holds the first ask back until a report comes, and its reply until the report is taken. */
  private static final class Overtaken implements Store {
    final Store store;
    final boolean reachesTheStoreFirst;
    boolean holds;
    private @Nullable Runnable held;

    Overtaken(Store store, boolean reachesTheStoreFirst) {
      this.store = store;
      this.reachesTheStoreFirst = reachesTheStoreFirst;
    }

    @Override
    public Uni<String> step(List<String> keys, String pool, String step) {
      if (holds && step.contains("\"op\":\"ask\"")) {
        holds = false;
        return Uni.createFrom()
            .emitter(emitter -> held = () -> answer(store.step(keys, pool, step), emitter));
      }
      Runnable before = held;
      if (before == null || !step.contains("\"op\":\"report\"")) {
        return store.step(keys, pool, step);
      }
      held = null;
      return Uni.createFrom()
          .item(
              () -> {
                if (!reachesTheStoreFirst) {
                  String reply = store.step(keys, pool, step).await().atMost(WAIT);
                  before.run();
                  return reply;
                }
                before.run();
                String reply = store.step(keys, pool, step).await().atMost(WAIT);
                late.run();
                return reply;
              });
    }

    private Runnable late = () -> {};

    private void answer(Uni<String> reply, UniEmitter<? super String> emitter) {
      reply
          .subscribe()
          .with(
              text -> {
                if (reachesTheStoreFirst) {
                  late = () -> emitter.complete(text);
                } else {
                  emitter.complete(text);
                }
              },
              emitter::fail);
    }

    @Override
    public Uni<Void> ping() {
      return store.ping();
    }

    @Override
    public void listen(String replica, Consumer<String> word, Runnable missed) {
      store.listen(replica, word, missed);
    }
  }

  @Test
  void countsWhatIsSent_whenAReportHasUndoneItsGrant() {
    assertEquals(2, grantedAndCounted(true));
  }

  @Test
  void countsWhatIsSent_whenAReportIsTakenBeforeItsAsk() {
    assertEquals(2, grantedAndCounted(false));
  }

  /** Two ask at once at a replica whose lease has ended; the second finds that out. */
  private static int grantedAndCounted(boolean reachesTheStoreFirst) {
    Overtaken[] way = new Overtaken[1];
    One one =
        replicas.add(
            store -> {
              way[0] = new Overtaken(store, reachesTheStoreFirst);
              return way[0];
            },
            1,
            0.25,
            MINUTE);
    One other = replicas.add(1, 0.25, MINUTE);
    one.standing();
    replicas.time.pass(Duration.ofSeconds(31));
    other.standing();
    way[0].holds = true;
    UniAssertSubscriber<Admission> first =
        one.ledger
            .admit(
                Tenant.DEFAULT,
                new Ask(
                    Operation.HUNTING,
                    CallersForTests.named("a"),
                    Priority.INTERACTIVE,
                    Duration.ZERO,
                    WAIT))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    Asked second = one.ask("b", 0, WAIT);
    first.awaitItem(WAIT);
    Asked waiting = new Asked(first.getItem());
    replicas.time.pass(Duration.ofMillis(10));

    assertFalse(one.ledger.isDegraded());
    assertTrue(second.isGranted());
    assertTrue(waiting.outcome() instanceof Granted);
    return (int) other.standing().windows().get(0).used();
  }
}

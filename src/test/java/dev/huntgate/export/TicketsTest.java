package dev.huntgate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.SharedTickets;
import dev.huntgate.access.Tenant;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TicketsTest {

  private static final String PATH = "/hunts/1.csv";
  private static final Caller ALICE =
      new Caller("alice", new Tenant("other"), Set.of(Permission.EXPORT, Permission.HUNTING_ADHOC));
  private static final Caller HOLDER =
      new Caller("alice", new Tenant("other"), Set.of(Permission.EXPORT));

  /* Near the end of the count, which may begin anywhere. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final Tickets tickets = new Tickets(SharedTickets.NONE, nanos::get);

  @Test
  void opensTheFile_onceAndAllowsNothingElse() {
    String ticket = issue();

    assertEquals(HOLDER, check(ticket, PATH));
    use(ticket, PATH);

    assertRefused(FailureCode.UNAUTHENTICATED, "used already", ticket, PATH);
  }

  @Test
  void isNotUsedUp_byBeingLookedAtOrTriedOnAnotherFile() {
    String ticket = issue();

    check(ticket, PATH);
    assertRefused(FailureCode.FORBIDDEN, "another file", ticket, "/hunts/1.ndjson");
    assertRefused(FailureCode.FORBIDDEN, "another file", ticket, "/hunts/2.csv");

    use(ticket, PATH);
  }

  @Test
  void isGoodFor60Seconds() {
    String ticket = issue();
    nanos.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
    assertEquals(HOLDER, check(ticket, PATH));

    nanos.addAndGet(1);

    assertRefused(FailureCode.UNAUTHENTICATED, "older than 60 seconds", ticket, PATH);
  }

  @Test
  void refusesWhatItNeverIssued() {
    assertRefused(FailureCode.UNAUTHENTICATED, "not known", "", PATH);
    assertRefused(FailureCode.UNAUTHENTICATED, "not known", "x".repeat(100_000), PATH);
  }

  @Test
  void issuesNoTicketTwice_andEachOf128Bits() {
    Set<String> issued = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      issued.add(issue());
    }

    assertEquals(5_000, issued.size());
    issued.forEach(ticket -> assertEquals(16, Base64.getUrlDecoder().decode(ticket).length));
  }

  @Test
  void remembersSoManyOnly_theNewest() {
    String first = issue();
    String second = issue();
    for (int i = 0; i < Tickets.MOST - 1; i++) {
      issue();
    }

    assertEquals(Tickets.MOST, tickets.size());
    assertRefused(FailureCode.UNAUTHENTICATED, "not known", first, PATH);
    assertEquals(HOLDER, check(second, PATH));
  }

  @Test
  void forgetsExpiredOnes_whenANewOneIsIssued() {
    for (int i = 0; i < 100; i++) {
      issue();
    }
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());

    issue();

    assertEquals(1, tickets.size());
  }

  @Test
  void letsOneIn_whenManyComeWithTheSameAtOnce() throws Exception {
    String ticket = issue();
    int callers = 16;
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      CyclicBarrier together = new CyclicBarrier(callers);
      List<Future<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        tries.add(
            threads.submit(
                () -> {
                  together.await(20, TimeUnit.SECONDS);
                  try {
                    use(ticket, PATH);
                    return true;
                  } catch (FailureException refused) {
                    return false;
                  }
                }));
      }
      int in = 0;
      for (Future<Boolean> one : tries) {
        in += one.get(20, TimeUnit.SECONDS) ? 1 : 0;
      }
      assertEquals(1, in);
    } finally {
      threads.shutdownNow();
    }
  }

  private String issue() {
    return tickets.issue(ALICE, PATH).await().indefinitely();
  }

  private Caller check(String ticket, String path) {
    return tickets.check(ticket, path).await().indefinitely();
  }

  private Caller use(String ticket, String path) {
    return tickets.use(ticket, path).await().indefinitely();
  }

  private void assertRefused(FailureCode code, String said, String ticket, String path) {
    FailureException looked = assertThrows(FailureException.class, () -> check(ticket, path));
    FailureException used = assertThrows(FailureException.class, () -> use(ticket, path));

    assertEquals(code, looked.failure().code());
    assertEquals(code, used.failure().code());
    assertTrue(looked.getMessage().contains(said), looked.getMessage());
  }
}

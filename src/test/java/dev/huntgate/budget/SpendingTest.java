package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.huntgate.access.Caller;
import dev.huntgate.access.CallersForTests;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Spending.Hunted;
import dev.huntgate.budget.Spending.Spent;
import dev.huntgate.failure.FailureException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpendingTest {

  private static final Caller ALICE = CallersForTests.named("alice");
  private static final Caller BOB = CallersForTests.named("bob");
  private static final Hunted HUNT = new Hunted("1", "T");

  private final Spending spending = new Spending();

  @Test
  void addsUp_theMostRunningTimeFirst() {
    spending.ran(Tenant.DEFAULT, ALICE, HUNT, Duration.ofSeconds(1));
    spending.ran(Tenant.DEFAULT, BOB, HUNT, Duration.ofSeconds(3));
    spending.ran(Tenant.DEFAULT, ALICE, HUNT, Duration.ofSeconds(1));
    spending.saved(Tenant.DEFAULT, ALICE, HUNT, Duration.ofSeconds(5));

    assertEquals(
        List.of(
            new Spent<>("bob", Duration.ofSeconds(3), 1, 0, Duration.ZERO),
            new Spent<>("alice", Duration.ofSeconds(2), 2, 1, Duration.ofSeconds(5))),
        spending.byCaller(Caller.ANONYMOUS));
    assertEquals(
        List.of(new Spent<>(HUNT, Duration.ofSeconds(5), 3, 1, Duration.ofSeconds(5))),
        spending.byHunt(Caller.ANONYMOUS));
  }

  @Test
  void keepsTenantsApart() {
    spending.ran(Tenant.DEFAULT, ALICE, HUNT, Duration.ofSeconds(1));

    assertEquals(List.of(), spending.byCaller(Caller.anonymous(new Tenant("other"))));
  }

  @Test
  void addsUpACaller_whoseTokensGrantDifferentThings() {
    Caller less = new Caller("alice", Tenant.DEFAULT, Set.of(Permission.HUNTING_SAVED));
    spending.ran(Tenant.DEFAULT, ALICE, HUNT, Duration.ofSeconds(1));
    spending.ran(Tenant.DEFAULT, less, HUNT, Duration.ofSeconds(2));

    assertEquals(
        List.of(new Spent<>("alice", Duration.ofSeconds(3), 2, 0, Duration.ZERO)),
        spending.byCaller(ALICE));
  }

  @Test
  void tellsNothing_whenTheAskingOneIsNoAdministrator() {
    Caller other =
        new Caller("eve", Tenant.DEFAULT, EnumSet.complementOf(EnumSet.of(Permission.ADMIN)));

    assertThrows(FailureException.class, () -> spending.byCaller(other));
    assertThrows(FailureException.class, () -> spending.byHunt(other));
  }

  @Test
  void forgetsWhoWasMetLongestAgo_whenThereAreTooMany() {
    for (int i = 0; i < 2_001; i++) {
      spending.ran(
          Tenant.DEFAULT, ALICE, new Hunted("" + i, "T"), Duration.ofSeconds(i == 0 ? 99 : 1));
    }

    List<Spent<Hunted>> spent = spending.byHunt(Caller.ANONYMOUS);
    assertEquals(2_000, spent.size());
    assertEquals(0, spent.stream().filter(entry -> entry.by().hash().equals("0")).count());
  }

  @Test
  void keepsTheBeginning_whenAQueryIsLong() {
    assertEquals(200, new Hunted("1", "x".repeat(1_000)).text().length());
  }
}

package dev.huntgate.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Spending.Hunted;
import dev.huntgate.budget.Spending.Spent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendingTest {

  private static final Caller ALICE = new Caller("alice");
  private static final Caller BOB = new Caller("bob");
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
            new Spent<>(BOB, Duration.ofSeconds(3), 1, 0, Duration.ZERO),
            new Spent<>(ALICE, Duration.ofSeconds(2), 2, 1, Duration.ofSeconds(5))),
        spending.byCaller(Tenant.DEFAULT));
    assertEquals(
        List.of(new Spent<>(HUNT, Duration.ofSeconds(5), 3, 1, Duration.ofSeconds(5))),
        spending.byHunt(Tenant.DEFAULT));
  }

  @Test
  void keepsTenantsApart() {
    spending.ran(Tenant.DEFAULT, ALICE, HUNT, Duration.ofSeconds(1));

    assertEquals(List.of(), spending.byCaller(new Tenant("other")));
  }

  @Test
  void forgetsWhoWasMetLongestAgo_whenThereAreTooMany() {
    for (int i = 0; i < 2_001; i++) {
      spending.ran(
          Tenant.DEFAULT, ALICE, new Hunted("" + i, "T"), Duration.ofSeconds(i == 0 ? 99 : 1));
    }

    List<Spent<Hunted>> spent = spending.byHunt(Tenant.DEFAULT);
    assertEquals(2_000, spent.size());
    assertEquals(0, spent.stream().filter(entry -> entry.by().hash().equals("0")).count());
  }

  @Test
  void keepsTheBeginning_whenAQueryIsLong() {
    assertEquals(200, new Hunted("1", "x".repeat(1_000)).text().length());
  }
}

package dev.huntgate.sandbox.company;

import dev.huntgate.sandbox.engine.HuntingTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The made-up company: its people, its machines and what happened in its last thirty days. The same
 * seed, start and count make the same company; whatever it has is made when first asked for.
 */
public final class Company {

  private final long seed;
  private final Instant start;
  private final int incidentCount;
  private final Staff staff;
  private final Fleet fleet;
  private final Narrator narrator;
  private Narrator.@Nullable Chronicle chronicle;

  /**
   * Founds the company.
   *
   * @param start the end of the thirty days that the company looks back on
   * @param incidentCount how many incidents it looks back on, at least 1
   */
  public Company(long seed, Instant start, int incidentCount) {
    if (incidentCount < 1) {
      throw new IllegalArgumentException("huntgate.sandbox.incidents must be at least 1");
    }
    this.seed = seed;
    this.start = start;
    this.incidentCount = incidentCount;
    Dice dice = new Dice(seed);
    this.staff = Staff.hire(dice);
    this.fleet = Fleet.install(dice, staff, start);
    this.narrator = new Narrator(staff, fleet);
  }

  /** The incidents, oldest first. */
  public List<Incident> incidents() {
    return chronicle().incidents();
  }

  /** A further incident that comes up at {@code now}. */
  public Incident arrival(long id, Instant now) {
    return narrator.arrival(seed + id, id, now);
  }

  /** The tables that can be hunted in. */
  public List<HuntingTable> huntingTables() {
    return new HuntingTables(seed, start, staff, fleet, this::happenings).all();
  }

  /** What happened in the incidents, in no order. */
  List<Happening> happenings() {
    Instant monthAgo = start.minus(Duration.ofDays(30));
    return chronicle().happenings().stream().filter(h -> h.at().isAfter(monthAgo)).toList();
  }

  private synchronized Narrator.Chronicle chronicle() {
    if (chronicle == null) {
      chronicle = narrator.past(seed, start, incidentCount);
    }
    return chronicle;
  }
}

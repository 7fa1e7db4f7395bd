package dev.huntgate.sandbox.company;

import dev.huntgate.sandbox.engine.HuntingTable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The made-up company: its people, its machines and what happened in its last thirty days. The same
 * seed, start and count make the same company; whatever it has is made when first asked for.
 */
public final class Company {

  /** How many rows the hunting tables have together, where nothing else is said. */
  public static final long ROWS = 100_000;

  private final long seed;
  private final Instant start;
  private final int incidentCount;
  private final Narrator narrator;
  private final HuntingTables tables;
  private Narrator.@Nullable Chronicle chronicle;

  /** Founds the company with the usual number of rows in its tables. */
  public Company(long seed, Instant start, int incidentCount) {
    this(seed, start, incidentCount, ROWS);
  }

  /**
   * Founds the company.
   *
   * @param start the end of the thirty days that the company looks back on
   * @param incidentCount how many incidents it looks back on, at least 1
   * @param rows how many rows all hunting tables together have; where incidents and inventories
   *     alone need more, they have more
   */
  public Company(long seed, Instant start, int incidentCount, long rows) {
    if (incidentCount < 1) {
      throw new IllegalArgumentException("huntgate.sandbox.incidents must be at least 1");
    }
    if (rows < 0) {
      throw new IllegalArgumentException("huntgate.sandbox.rows must not be negative");
    }
    this.seed = seed;
    this.start = start;
    this.incidentCount = incidentCount;
    Dice dice = new Dice(seed);
    Staff staff = Staff.hire(dice);
    Fleet fleet = Fleet.install(dice, staff, start);
    this.narrator = new Narrator(staff, fleet);
    this.tables =
        new HuntingTables(
            new TableSources(seed, rows, new Month(start), staff, fleet, this::chronicle));
  }

  /** The incidents, oldest first. */
  public List<Incident> incidents() {
    return chronicle().incidents();
  }

  /** A further incident that comes up at {@code now}. */
  public Incident arrival(long id, Instant now) {
    return narrator.arrival(seed + id, id, now);
  }

  /** Every documented table that can be hunted in, the empty ones included. */
  public List<HuntingTable> huntingTables() {
    return tables.all();
  }

  private synchronized Narrator.Chronicle chronicle() {
    if (chronicle == null) {
      chronicle = narrator.past(seed, start, incidentCount);
    }
    return chronicle;
  }
}

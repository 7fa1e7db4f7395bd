package dev.huntgate.budget.day;

/**
 * What kind of day it is.
 *
 * @param asking the running time of all that is asked for, before any hits, in allowances
 * @param backgroundCallers how many of the callers are background
 * @param backgroundAsking the part of the asking that is theirs
 * @param opening the part of each window that the ledger spends after its start
 * @param stated whether upstream states the running time; if not, our clock is all there is
 */
public record Scenario(
    double asking, int backgroundCallers, double backgroundAsking, double opening, boolean stated) {

  /** The day of the main table. */
  public static final Scenario MAIN = new Scenario(17, 20, 0.25, 1, true);

  public Scenario opening(double part) {
    return new Scenario(asking, backgroundCallers, backgroundAsking, part, stated);
  }

  public Scenario unstated() {
    return new Scenario(asking, backgroundCallers, backgroundAsking, opening, false);
  }

  public Scenario background(int callers, double part) {
    return new Scenario(asking, callers, part, opening, stated);
  }
}

package dev.huntgate.budget;

/**
 * How priorities share each running-time window.
 *
 * @param backgroundAtMost the part that background may use, from 0 to 1
 * @param backgroundOwed the part that background gets before anybody else
 */
public record Shares(double backgroundAtMost, double backgroundOwed) {

  /** Background may use 70% and is owed 10%. */
  public static final Shares DEFAULT = new Shares(0.7, 0.1);

  public Shares {
    if (!(0 <= backgroundOwed && backgroundOwed <= backgroundAtMost && backgroundAtMost <= 1)) {
      throw new IllegalArgumentException(
          "Shares have to be 0 <= owed <= at most <= 1, unlike "
              + backgroundOwed
              + " and "
              + backgroundAtMost);
    }
  }
}

package dev.huntgate.sandbox.company;

/**
 * What a generator of ordinary days works with: the background that stories stand out from.
 *
 * @param dice its own chance, so that each table comes out the same whatever else is asked for
 */
record Everyday(Dice dice, Staff staff, Fleet fleet, Month month, Residents residents) {

  Device device() {
    return dice.pick(fleet.everything());
  }

  Employee someone() {
    return dice.pick(staff.everyone());
  }

  static Account system(Device device) {
    return device.windows() ? Account.SYSTEM : Account.ROOT;
  }

  /** Where somebody's browser is seen from: nearly always the office. */
  Place place() {
    return dice.chance(94)
        ? Place.office("192.0.2." + dice.between(1, 8))
        : Place.abroad("203.0.113." + dice.between(2, 250), dice.of("FR", "NL", "PL", "US", "GB"));
  }
}

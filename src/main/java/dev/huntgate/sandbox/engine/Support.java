package dev.huntgate.sandbox.engine;

/**
 * One row of what is told about the sandbox's KQL.
 *
 * @param name what KQL calls it
 * @param supported whether the sandbox runs it; what it does not run it refuses by name
 * @param note what differs from upstream, or why it is refused; empty for nothing
 */
record Support(String name, boolean supported, String note) {

  static Support of(String name) {
    return new Support(name, true, "");
  }

  static Support of(String name, String note) {
    return new Support(name, true, note);
  }

  static Support refused(String name, String why) {
    return new Support(name, false, why);
  }
}

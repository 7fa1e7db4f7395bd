package dev.huntgate.sandbox.company;

import java.time.Instant;

/**
 * Something that a domain controller was told or asked.
 *
 * @param actor whose request it was
 * @param from the machine that the request came from
 * @param target whom it was about
 * @param kind what was told or asked
 */
record DirectoryEvent(Instant at, Employee actor, Device from, Employee target, Kind kind) {

  /**
   * What is the same in all events of a kind.
   *
   * @param protocol how the request came
   * @param port where it came in
   * @param queryType the kind of question, empty for what is no question
   * @param query the question itself
   * @param queryTarget what was asked for
   * @param details a JSON object
   */
  record Kind(
      String action,
      String protocol,
      int port,
      String queryType,
      String query,
      String queryTarget,
      String details) {}
}

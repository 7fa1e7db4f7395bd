package dev.huntgate.sandbox.engine;

/** Runs KQL queries over the sandbox's tables. */
public interface HuntingEngine {

  /**
   * Runs a query and blocks until its rows are there.
   *
   * @param kql the query as the caller wrote it
   * @param range what every table with a Timestamp column is cut to before the query sees it
   * @return the answer, at most 100,000 rows
   * @throws KqlRejectedException when upstream would refuse the query, or when the sandbox does not
   *     know an operator or function in it; the message names it
   */
  HuntingAnswer run(String kql, TimeRange range);
}

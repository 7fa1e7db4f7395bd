package dev.huntgate.sandbox.engine;

import java.time.Instant;

/**
 * The stretch of time whose events a hunt may see, by their Timestamp column.
 *
 * @param from the earliest time, inclusive
 * @param to the latest time, inclusive
 */
public record TimeRange(Instant from, Instant to) {}

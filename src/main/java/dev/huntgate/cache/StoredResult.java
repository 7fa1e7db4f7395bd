package dev.huntgate.cache;

import dev.huntgate.result.Result;
import java.time.Duration;
import java.time.Instant;

/**
 * A result as it is kept: what a hunt found, when, and at what price.
 *
 * @param id the id by which it can be read again while it is kept; opaque and not guessable
 * @param runningTime what it cost upstream: upstream's own statement, else our clock
 * @param storedAt when it arrived
 */
public record StoredResult(String id, Result result, Duration runningTime, Instant storedAt) {}

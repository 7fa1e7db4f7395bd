package dev.huntgate.budget;

import dev.huntgate.access.Caller;
import java.time.Duration;

/**
 * On what terms somebody spends.
 *
 * @param maxWait how long the caller would wait to be admitted; not how long the call may run
 */
public record Terms(Caller caller, Priority priority, Duration maxWait) {}

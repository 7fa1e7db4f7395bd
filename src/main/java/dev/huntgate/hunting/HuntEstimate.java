package dev.huntgate.hunting;

import dev.huntgate.budget.RunningTimes;
import java.time.Instant;

/**
 * What running a hunt would take.
 *
 * @param runningTime what equal hunts took lately
 * @param admittedAt when the budget would let it go upstream if it came now
 * @param kept whether a kept result would serve it, at no cost
 */
public record HuntEstimate(RunningTimes.Expected runningTime, Instant admittedAt, boolean kept) {}

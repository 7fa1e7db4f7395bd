package dev.huntgate.hunting;

import dev.huntgate.result.Result;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What upstream answered to a hunt.
 *
 * @param runningTime the running time that upstream states; null where it states none
 */
public record HuntAnswer(Result result, @Nullable Duration runningTime) {}

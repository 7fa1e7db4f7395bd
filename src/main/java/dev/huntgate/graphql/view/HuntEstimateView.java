package dev.huntgate.graphql.view;

import dev.huntgate.hunting.HuntEstimate;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code HuntEstimate}. */
@Type("HuntEstimate")
@Description("What running a hunt would probably take.")
@DefaultNonNull
public record HuntEstimateView(
    @Description(
            "The running time that half of its latest runs stayed within, as ISO 8601 such as"
                + " `PT3.2S`; a default when it was never run.")
        String p50,
    @Description(
            "The running time that 95 of 100 of its latest runs stayed within, as ISO 8601; a"
                + " default when it was never run.")
        String p95,
    @Description("How many runs that rests on; 0 when it was never run, so that both are guesses.")
        int samples,
    @Description("Whether the budget would let it go upstream at once.") boolean admittedNow,
    @Description("When the budget would probably let it go if it came now.") Instant admittedAt,
    @Description("Whether a kept result would answer it now, at no cost.") boolean kept) {

  /** The view of an estimate made at this time. */
  public static HuntEstimateView of(HuntEstimate estimate, Instant now) {
    return new HuntEstimateView(
        estimate.runningTime().p50().toString(),
        estimate.runningTime().p95().toString(),
        estimate.runningTime().samples(),
        !estimate.admittedAt().isAfter(now),
        estimate.admittedAt(),
        estimate.kept());
  }
}

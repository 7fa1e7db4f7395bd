package dev.huntgate.graphql.view;

import dev.huntgate.budget.Standing.WindowStanding;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code QuotaWindow}. */
@Type("QuotaWindow")
@Description(
    "So much of something in any stretch of time of one length, such as 15 calls in any minute.")
@DefaultNonNull
public record QuotaWindowView(
    @Description("What is counted; every amount of this window is in this unit.")
        QuotaUnitView unit,
    @Description("How long the stretch of time is, as ISO 8601 such as `PT1M` or `PT24H`.")
        String duration,
    @Description("How much may be spent in it.") long limit,
    @Description("How much was spent and still counts.") long used,
    @Description(
            "How much is set aside: for hunts that are running, which are only counted as used when"
                + " they end, and what is held back while `WARMING`.")
        long reserved,
    @Description("How much may still be spent now.") long remaining,
    @Description("When one more fits; now or earlier when it fits already.") Instant nextAt,
    @Description("When the window is empty if nothing more is spent.") Instant resetsAt) {

  static QuotaWindowView of(WindowStanding window) {
    return new QuotaWindowView(
        QuotaUnitView.of(window.unit()),
        window.duration().toString(),
        window.limit(),
        window.used(),
        window.reserved(),
        window.remaining(),
        window.nextAt(),
        window.resetsAt());
  }
}

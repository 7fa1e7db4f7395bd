package dev.huntgate.graphql.view;

import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.hunting.Hunt;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code HuntCache}. */
@Type("HuntCache")
@Description("Where a hunt's result came from, and how long it is good for.")
@DefaultNonNull
public record CacheView(
    @Description(
            "Whether the result was there before you asked, so that nothing was spent. Also false"
                + " where you got the result of an equal hunt that was running already.")
        boolean hit,
    @Description("Where the result came from.") CacheOutcomeView outcome,
    @Description("When Huntgate got the result from upstream.") Instant storedAt,
    @Description("Whether the result is as good as a new one.") FreshnessView freshness,
    @Description(
            "Until when the result answers equal hunts that give no `maxAge`; it can be read by its"
                + " id for longer. Null when it was too large to be kept.")
        @Nullable
        Instant expiresAt,
    @Description(
            "The running time that you did not have to spend because somebody else had, as ISO 8601"
                + " such as `PT1.5S`.")
        String savedRunningTime) {

  static CacheView of(Hunt hunt) {
    StoredResult stored = hunt.stored();
    boolean bought = hunt.served().origin() == Origin.BOUGHT;
    return new CacheView(
        hunt.served().isHit(),
        CacheOutcomeView.of(hunt.served().origin()),
        stored.storedAt(),
        hunt.stale() ? FreshnessView.STALE : FreshnessView.FRESH,
        hunt.served().kept() ? stored.freshUntil() : null,
        (bought ? Duration.ZERO : stored.runningTime()).toString());
  }
}

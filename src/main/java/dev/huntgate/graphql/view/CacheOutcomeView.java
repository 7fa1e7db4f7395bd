package dev.huntgate.graphql.view;

import dev.huntgate.cache.Served.Origin;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code CacheOutcome}. */
@Enum("CacheOutcome")
@Description("Where a hunt's result came from.")
public enum CacheOutcomeView {
  @Description("From this Huntgate's memory, where it was kept.")
  HIT,
  @Description("From the store in which several Huntgates keep results for each other.")
  SHARED,
  @Description("It was kept, and is too old, but a newer one could not be had.")
  STALE,
  @Description("From an equal hunt that was running already.")
  COALESCED,
  @Description("From upstream: the hunt ran for you.")
  MISS;

  static CacheOutcomeView of(Origin origin) {
    return switch (origin) {
      case KEPT -> HIT;
      case SHARED -> SHARED;
      case STALE -> STALE;
      case JOINED -> COALESCED;
      case BOUGHT -> MISS;
    };
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.IncidentCounts;
import io.smallrye.graphql.api.DefaultNonNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code IncidentCounts}. */
@Type("IncidentCounts")
@Description("How many incidents there are of each kind, for tiles and charts.")
@DefaultNonNull
public record IncidentCountsView(
    @Description("The most frequent value first; values that no incident has are left out.")
        List<@NonNull IncidentCountView> counts,
    @Description("How many incidents were counted.") int total,
    @Description(
            "Whether these are all that there are since then. If not, they are the newest of them:"
                + " one request reads five upstream pages at most, and the next goes on from there."
                + " Ask again, or take a later `since`.")
        boolean complete,
    @Description("The earliest creation time that counts.") Instant since,
    @Description("When counting began.") Instant asOf) {

  /** The view of what the domain knows. */
  public static IncidentCountsView of(IncidentCounts counts) {
    return new IncidentCountsView(
        counts.counts().stream().map(IncidentCountView::of).toList(),
        counts.total(),
        counts.complete(),
        counts.since(),
        counts.asOf());
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.IncidentCounts;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code IncidentCount}. */
@Type("IncidentCount")
@Description("How many incidents have one value.")
@DefaultNonNull
public record IncidentCountView(
    @Description("The value, such as `HIGH`, `alice@contoso.com` or `T1059.001`.") String value,
    @Description("How many incidents have it.") int incidents) {

  static IncidentCountView of(IncidentCounts.Count count) {
    return new IncidentCountView(count.value(), count.incidents());
  }
}

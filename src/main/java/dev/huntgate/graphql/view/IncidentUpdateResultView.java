package dev.huntgate.graphql.view;

import dev.huntgate.incident.ChangeOutcome;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code IncidentUpdateResult}. */
@Type("IncidentUpdateResult")
@Description("What became of one of several incidents that were to be changed.")
@DefaultNonNull
public record IncidentUpdateResultView(
    @Description("The incident's id, as you gave it.") @Id String id,
    @Description("Why it was not changed; null when it was.") @Nullable
        IncidentUpdateErrorView error,
    @Description("What did not work although the change was made, in words; usually none.")
        List<@NonNull String> warnings) {

  static IncidentUpdateResultView of(ChangeOutcome outcome) {
    return new IncidentUpdateResultView(
        outcome.id(),
        outcome.failure() == null ? null : IncidentUpdateErrorView.of(outcome.failure()),
        outcome.warnings());
  }
}

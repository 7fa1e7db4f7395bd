package dev.huntgate.graphql;

import dev.huntgate.budget.Operation;
import dev.huntgate.graphql.view.AddIncidentCommentInputView;
import dev.huntgate.graphql.view.AddIncidentCommentPayloadView;
import dev.huntgate.graphql.view.IncidentChangeInput;
import dev.huntgate.graphql.view.IncidentUpdateResultView;
import dev.huntgate.graphql.view.IncidentView;
import dev.huntgate.graphql.view.TimeArgument;
import dev.huntgate.graphql.view.UpdateIncidentInputView;
import dev.huntgate.graphql.view.UpdateIncidentPayloadView;
import dev.huntgate.graphql.view.UpdateIncidentsInputView;
import dev.huntgate.graphql.view.UpdateIncidentsPayloadView;
import dev.huntgate.incident.BulkIncidentWork;
import dev.huntgate.incident.IncidentChange;
import dev.huntgate.incident.IncidentWork;
import dev.huntgate.incident.Incidents;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The mutations that change incidents. */
@GraphQLApi
public class IncidentMutations {

  private static final String INPUT = "input";

  private final IncidentWork work;
  private final BulkIncidentWork bulk;
  private final Incidents incidents;
  private final CurrentCaller caller;
  private final Context context;

  IncidentMutations(
      IncidentWork work,
      BulkIncidentWork bulk,
      Incidents incidents,
      CurrentCaller caller,
      Context context) {
    this.work = work;
    this.bulk = bulk;
    this.incidents = incidents;
    this.caller = caller;
    this.context = context;
  }

  @Mutation("updateIncident")
  @Description(
      "Changes an incident: its status, owner, classification, determination or tags, of which only"
          + " what you give is sent. A comment on it names you, since upstream knows Huntgate alone."
          + " Needs the permission `incidents.write`.")
  public @NonNull Uni<@NonNull UpdateIncidentPayloadView> updateIncident(
      @Name(INPUT) @NonNull @Description("The incident and its change.")
          UpdateIncidentInputView input) {
    return spending(
            work.update(
                caller.get(),
                input.id(),
                change(input),
                TimeArgument.read("", "ifLastUpdatedAt", input.ifLastUpdatedAt()),
                withAlerts()))
        .map(UpdateIncidentPayloadView::of);
  }

  @Mutation("addIncidentComment")
  @Description(
      "Adds a comment to an incident, with your name behind it. Needs the permission"
          + " `incidents.write`.")
  public @NonNull Uni<@NonNull AddIncidentCommentPayloadView> addIncidentComment(
      @Name(INPUT) @NonNull @Description("The incident and the comment.")
          AddIncidentCommentInputView input) {
    return spending(work.comment(caller.get(), input.id(), input.comment(), withAlerts()))
        .map(AddIncidentCommentPayloadView::of);
  }

  @Mutation("updateIncidents")
  @Description(
      "Changes up to 50 incidents alike, a few at a time, and tells for each whether it worked. When"
          + " the budget is spent meanwhile, the rest is left as it is and has the error"
          + " `QUOTA_EXHAUSTED`. Needs the permission `incidents.write`.")
  public @NonNull Uni<@NonNull UpdateIncidentsPayloadView> updateIncidents(
      @Name(INPUT) @NonNull @Description("The incidents and their change.")
          UpdateIncidentsInputView input) {
    return spending(bulk.update(caller.get(), input.ids(), change(input)))
        .map(UpdateIncidentsPayloadView::of);
  }

  @Name("incident")
  @Description(
      "The incident as it is now; null when it was not changed. It is read from upstream only when"
          + " asked for, by a call for each, and needs the permission `incidents.read`.")
  public Uni<@Nullable IncidentView> incident(@Source IncidentUpdateResultView result) {
    if (result.error() != null) {
      return Uni.createFrom().nullItem();
    }
    boolean withAlerts = AlertSelection.in(environment());
    return Spent.watching(
            environment(),
            Operation.INCIDENT_GET,
            incidents.find(caller.get(), result.id(), withAlerts))
        .map(IncidentView::of);
  }

  private IncidentChange change(IncidentChangeInput input) {
    GivenFields given = GivenFields.in(environment(), INPUT);
    given.refuseNull("status", "");
    given.refuseNull("classification", ", or give UNKNOWN to take it back");
    given.refuseNull("determination", ", or give UNKNOWN for both to take it back");
    given.refuseNull("tags", ", or give [] to take all away");
    given.refuseNull("comment", "");
    return new IncidentChange(
        input.status() == null ? null : input.status().value(),
        given.isNull("assignedTo") ? "" : input.assignedTo(),
        input.classification() == null ? null : input.classification().value(),
        input.determination() == null ? null : input.determination().value(),
        input.tags(),
        input.comment());
  }

  private <T> Uni<T> spending(Uni<T> call) {
    return Spent.watching(environment(), Operation.INCIDENT_UPDATE, call);
  }

  private boolean withAlerts() {
    return AlertSelection.in(environment(), "incident");
  }

  private DataFetchingEnvironment environment() {
    return context.unwrap(DataFetchingEnvironment.class);
  }
}

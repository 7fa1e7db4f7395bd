package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.suggestion.Suggestions;
import dev.huntgate.graphql.view.IncidentView;
import dev.huntgate.graphql.view.SuggestedHuntView;
import dev.huntgate.hunting.saved.SavedHuntFilter;
import dev.huntgate.hunting.saved.SavedHunts;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The field of an incident that leads on to hunts. */
@GraphQLApi
public class IncidentSuggestions {

  private static final int DEFAULT_FIRST = 10;
  private static final int MOST = 50;

  private final SavedHunts saved;
  private final CurrentCaller caller;
  private final Clock clock;

  IncidentSuggestions(SavedHunts saved, CurrentCaller caller, Clock clock) {
    this.saved = saved;
    this.caller = caller;
    this.clock = clock;
  }

  @Name("suggestedHunts")
  @Description(
      "Saved hunts that go on from here, with parameters filled from the incident's devices,"
          + " accounts, files, addresses, links and mailboxes; those that find its techniques come"
          + " first. Pass `name` and `parameters` on to `runSavedHunt`. Nothing is run for it, but"
          + " the alerts are read from upstream. Needs a permission to hunt, too.")
  public @NonNull Uni<@NonNull List<@NonNull SuggestedHuntView>> suggestedHunts(
      @Source IncidentView incident,
      @Name("first")
          @DefaultValue("10")
          @Description("How many at most, from 1 to 50; 10 when left out.")
          @Nullable
          Integer first) {
    int most = first == null ? DEFAULT_FIRST : first;
    if (most < 1 || most > MOST) {
      throw new FailureException(
          new LimitExceeded("first", "first has to be from 1 to " + MOST + "."));
    }
    Caller asking = caller.get();
    return Uni.createFrom()
        .item(
            () ->
                Suggestions.of(
                        incident.incident(),
                        saved.all(asking, SavedHuntFilter.ALL),
                        clock.instant(),
                        most)
                    .stream()
                    .map(SuggestedHuntView::of)
                    .toList())
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}

package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.Terms;
import dev.huntgate.graphql.view.HuntResultView;
import dev.huntgate.graphql.view.JsonValues;
import dev.huntgate.graphql.view.PriorityView;
import dev.huntgate.graphql.view.SavedHuntFilterView;
import dev.huntgate.graphql.view.SavedHuntProblemView;
import dev.huntgate.graphql.view.SavedHuntView;
import dev.huntgate.hunting.saved.SavedHuntFilter;
import dev.huntgate.hunting.saved.SavedHuntRequests;
import dev.huntgate.hunting.saved.SavedHunts;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The fields that list saved hunts, and run one. */
@GraphQLApi
public class SavedHuntQueries {

  private final SavedHunts saved;
  private final SavedHuntRequests requests;
  private final HuntAnswers answers;
  private final HuntTerms terms;
  private final CurrentCaller caller;
  private final Context context;

  SavedHuntQueries(
      SavedHunts saved,
      SavedHuntRequests requests,
      HuntAnswers answers,
      HuntTerms terms,
      CurrentCaller caller,
      Context context) {
    this.saved = saved;
    this.requests = requests;
    this.answers = answers;
    this.terms = terms;
    this.caller = caller;
    this.context = context;
  }

  @Query("savedHunts")
  @Description(
      "The saved hunts, by name: ready-made queries with parameters, for questions that come up"
          + " again and again. Some ship with Huntgate; an operator adds others as files. Listing"
          + " them costs nothing; `runSavedHunt` runs one.")
  public @NonNull Uni<@NonNull List<@NonNull SavedHuntView>> savedHunts(
      @Name("filter") @Description("Which are wanted; all when left out.") @Nullable
          SavedHuntFilterView filter) {
    SavedHuntFilter wanted = filter == null ? SavedHuntFilter.ALL : filter.filter();
    Caller asking = caller.get();
    return reading(() -> saved.all(asking, wanted).stream().map(SavedHuntView::of).toList());
  }

  @Query("savedHunt")
  @Description(
      "One saved hunt by its name. Fails with `NOT_FOUND` when there is none of this name.")
  public @NonNull Uni<@NonNull SavedHuntView> savedHunt(
      @Name("name")
          @NonNull
          @Description("The name, such as `encoded-powershell`; `savedHunts` lists them.")
          String name) {
    Caller asking = caller.get();
    return reading(() -> SavedHuntView.of(saved.named(asking, name)));
  }

  @Query("savedHuntProblems")
  @Description(
      "What is wrong with the files of saved hunts, by file and line; empty when all is well. A"
          + " file that is broken stops no other. Needs the permission `admin`.")
  public @NonNull Uni<@NonNull List<@NonNull SavedHuntProblemView>> savedHuntProblems() {
    Caller asking = caller.get();
    return reading(() -> saved.problems(asking).stream().map(SavedHuntProblemView::of).toList());
  }

  @Query("runSavedHunt")
  @Description(
      "Runs a saved hunt with values for its parameters, or takes the result of an equal hunt that"
          + " is still fresh: all as `hunt` does it, at the same cost. To page with `rows(after)`,"
          + " give the same name and parameters again.")
  public @NonNull Uni<@NonNull HuntResultView> runSavedHunt(
      @Name("name") @NonNull @Description("The saved hunt's name, such as `encoded-powershell`.")
          String name,
      @Name("parameters")
          @Description(
              "Values by parameter, as a JSON object such as `{lookBack: \"P7D\", devices:"
                  + " [\"desk-7.contoso.com\"], minFiles: 20}`. Those left out, or null, take their"
                  + " defaults. A value never changes what the query does, whatever is in it.")
          @Nullable
          JsonValue parameters,
      @Name("maxAge")
          @Description(
              "How old a kept result may be, as for `hunt`; the saved hunt's own `maxAge` when left"
                  + " out.")
          @Nullable
          String maxAge,
      @Name("maxWait") @Description("How long to wait for the budget, as for `hunt`.") @Nullable
          String maxWait,
      @Name("priority")
          @DefaultValue("INTERACTIVE")
          @Description("How urgent it is, as for `hunt`; `INTERACTIVE` when left out.")
          @Nullable
          PriorityView priority) {
    DataFetchingEnvironment asked = context.unwrap(DataFetchingEnvironment.class);
    Caller asking = caller.get();
    Duration oldest = HuntTerms.oldest(maxAge);
    Terms spending = terms.of(asking, maxWait, priority);
    Map<String, @org.jspecify.annotations.Nullable Object> given = given(parameters);
    boolean maySpend = Readiness.maySpend(asked);
    // The same words may mean another query when its file has changed.
    Readiness.spoil(asked);
    return reading(() -> requests.request(name, given, oldest, spending, maySpend))
        .flatMap(request -> answers.answer(request, asked))
        .map(HuntResultView::of);
  }

  private static Map<String, @org.jspecify.annotations.Nullable Object> given(
      @org.jspecify.annotations.Nullable JsonValue parameters) {
    Map<String, @org.jspecify.annotations.Nullable Object> given = new LinkedHashMap<>();
    if (parameters instanceof JsonObject object) {
      object.forEach((name, value) -> given.put(name, JsonValues.plain(value)));
    }
    return given;
  }

  /* Files may have to be read anew. */
  private static <T> Uni<T> reading(Supplier<T> read) {
    return Uni.createFrom().item(read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.graphql.suggestion.Suggestion;
import io.smallrye.graphql.api.DefaultNonNull;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code SuggestedHunt}. */
@Type("SuggestedHunt")
@Description("A saved hunt that goes on from an incident.")
@DefaultNonNull
public record SuggestedHuntView(
    @Description("The saved hunt's name, for `runSavedHunt`.") String name,
    @Description("What it finds, in a few words.") String title,
    @Description(
            "Why it is suggested, such as `Looks for 2 devices of the incident, whose alerts show"
                + " T1059.001, too.`")
        String reason,
    @Description(
            "Values from the incident by parameter, a JSON object for `runSavedHunt`; the other"
                + " parameters have defaults.")
        JsonValue parameters,
    @Description("The saved hunt itself.") SavedHuntView hunt) {

  /** The view of a suggestion. */
  public static SuggestedHuntView of(Suggestion suggestion) {
    return new SuggestedHuntView(
        suggestion.hunt().name(),
        suggestion.hunt().title(),
        suggestion.reason(),
        JsonValues.of(suggestion.parameters()),
        SavedHuntView.of(suggestion.hunt()));
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.hunting.saved.SavedHunt;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code SavedHunt}. */
@Type("SavedHunt")
@Description("A named query with parameters, ready to be run by `runSavedHunt`.")
@DefaultNonNull
public record SavedHuntView(
    @Description("Its name, such as `encoded-powershell`, which is unique.") String name,
    @Description("What it finds, in a few words.") String title,
    @Description("What it finds and what to make of it.") String description,
    @Description("What it is about, such as `email` or `devices`.") List<@NonNull String> tags,
    @Description("The MITRE ATT&CK techniques that it finds traces of, such as `T1059.001`.")
        List<@NonNull String> techniques,
    @Description("What can be chosen for each run.")
        List<@NonNull SavedHuntParameterView> parameters,
    @Description(
            "The query in KQL. Parameters stand in it by their names; for a run, `let` statements"
                + " in front give them their values.")
        String kql,
    @Description(
            "How old a kept result may be where you do not say, as ISO 8601 such as `PT15M`; null"
                + " for as long as it is fresh by Huntgate's own rule.")
        @Nullable
        String maxAge,
    @Description("Where it is from.") SavedHuntOriginView origin,
    @Description("Whether it stands in for one of the same name that ships with Huntgate.")
        boolean overridesBuiltIn) {

  /** The view of a saved hunt. */
  public static SavedHuntView of(SavedHunt hunt) {
    return new SavedHuntView(
        hunt.name(),
        hunt.title(),
        hunt.description(),
        hunt.tags(),
        hunt.techniques(),
        hunt.parameters().stream().map(SavedHuntParameterView::of).toList(),
        hunt.kql(),
        hunt.maxAge() == null ? null : hunt.maxAge().toString(),
        SavedHuntOriginView.valueOf(hunt.origin().name()),
        hunt.overrides());
  }
}

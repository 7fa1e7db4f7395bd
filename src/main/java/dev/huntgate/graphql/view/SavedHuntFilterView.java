package dev.huntgate.graphql.view;

import dev.huntgate.hunting.saved.SavedHuntFilter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** The GraphQL input {@code SavedHuntFilter}. */
@Input("SavedHuntFilter")
@Description(
    "Which saved hunts are wanted. What is left out does not restrict; what is given has to hold"
        + " all together.")
public record SavedHuntFilterView(
    @Description(
            "Words, each of which is somewhere in the name, title, description, tags, techniques or"
                + " query, in any case of letters.")
        @Nullable
        String text,
    @Description("A tag, such as `email`.") @Nullable String tag,
    @Description(
            "A MITRE ATT&CK technique, such as `T1059`, which includes its sub-techniques, or"
                + " `T1059.001`.")
        @Nullable
        String technique) {

  /** The filter that this is the view of. */
  public SavedHuntFilter filter() {
    return new SavedHuntFilter(text, tag, technique);
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.Unrecognized;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code Unrecognized}. */
@Type("Unrecognized")
@Description("An enum value that upstream sent and that this version of Huntgate does not know.")
@DefaultNonNull
public record UnrecognizedView(
    @Description("The field that is `UNRECOGNIZED` because of it, such as `determination`.")
        String field,
    @Description("The value as upstream spelled it.") String value) {

  static UnrecognizedView of(Unrecognized unrecognized) {
    return new UnrecognizedView(unrecognized.field(), unrecognized.value());
  }
}

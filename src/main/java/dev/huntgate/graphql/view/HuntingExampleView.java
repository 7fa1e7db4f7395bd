package dev.huntgate.graphql.view;

import dev.huntgate.kql.HuntingSchema;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code HuntingExample}. */
@Type("HuntingExample")
@Description("A query to begin with.")
@DefaultNonNull
public record HuntingExampleView(
    @Description("What it finds.") String title,
    @Description("The query, as for `hunt`.") String kql) {

  /** The view of an example. */
  public static HuntingExampleView of(HuntingSchema.Example example) {
    return new HuntingExampleView(example.title(), example.kql());
  }
}

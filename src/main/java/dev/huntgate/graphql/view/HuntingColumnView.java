package dev.huntgate.graphql.view;

import dev.huntgate.kql.HuntingSchema;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code HuntingColumn}. */
@Type("HuntingColumn")
@Description("A column of a table that can be hunted in.")
@DefaultNonNull
public record HuntingColumnView(
    @Description("Its name; queries have to write it in exactly these letters.") String name,
    @Description("The type of its values.") ColumnTypeView type) {

  /** The view of a column. */
  public static HuntingColumnView of(HuntingSchema.Column column) {
    return new HuntingColumnView(column.name(), ColumnTypeView.valueOf(column.type().name()));
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.result.Column;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code Column}. */
@Type("Column")
@Description("A column of a result.")
@DefaultNonNull
public record ColumnView(
    @Description("The name as the query made it, such as `DeviceName`; names may repeat.")
        String name,
    @Description("The type of its values.") ColumnTypeView type) {

  static ColumnView of(Column column) {
    return new ColumnView(column.name(), ColumnTypeView.of(column.type()));
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.kql.HuntingSchema;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code HuntingTable}. */
@Type("HuntingTable")
@Description("A table that can be hunted in.")
@DefaultNonNull
public record HuntingTableView(
    @Description(
            "Its name, such as `DeviceInfo`; queries have to write it in exactly these letters.")
        String name,
    @Description("What its rows are about.") String description,
    @Description("Its columns, in the documented order.") List<@NonNull HuntingColumnView> columns,
    @Description(
            "Queries to begin with, ready for `hunt`; given for the tables that the sandbox has.")
        List<@NonNull HuntingExampleView> examples) {

  /** The view of a table. */
  public static HuntingTableView of(HuntingSchema.Table table) {
    return new HuntingTableView(
        table.name(),
        table.description(),
        table.columns().stream().map(HuntingColumnView::of).toList(),
        table.examples().stream().map(HuntingExampleView::of).toList());
  }
}

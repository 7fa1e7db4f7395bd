package dev.huntgate.graphql.view;

import dev.huntgate.result.Nulls;
import dev.huntgate.result.Order;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The GraphQL input {@code RowOrder}. */
@Input("RowOrder")
@Description("An order of rows by one column.")
public record RowOrderView(
    @Description(
            "The column's name, exactly as in `columns`, or its place such as `#3` where several"
                + " columns share a name.")
        @NonNull
        String column,
    @Description("Which values come first; `ASC` when left out.") @Nullable DirectionView direction,
    @Description(
            "Where rows without a value go; as in KQL, `FIRST` with `ASC` and `LAST` with `DESC`"
                + " when left out.")
        @Nullable
        NullsView nulls) {

  /** The order that this is the view of. */
  public Order order() {
    Order order =
        direction == DirectionView.DESC ? Order.descending(column) : Order.ascending(column);
    return nulls == null
        ? order
        : new Order(column, order.descending(), Nulls.valueOf(nulls.name()));
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.result.Condition;
import io.smallrye.graphql.api.Nullable;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The GraphQL input {@code RowCondition}. */
@Input("RowCondition")
@Description("What a row's value in one column has to be.")
public record RowConditionView(
    @Description(
            "The column's name, exactly as in `columns`, or its place such as `#3` where several"
                + " columns share a name.")
        @NonNull
        String column,
    @Description("How it is compared.") @NonNull RowOperatorView operator,
    @Description(
            "What to compare with, as text whatever the column's type: `\"42\"`, `\"true\"`,"
                + " `\"2026-03-01T00:00:00Z\"`, `\"1.02:30:00\"`.")
        @Nullable
        String value,
    @Description("What to compare with, for `IN` and `NOT_IN`; at most 1000 values.") @Nullable
        List<@NonNull String> values,
    @Description("Whether `a` and `A` are the same; false when left out.")
        @DefaultValue("false")
        @Nullable
        Boolean ignoreCase) {

  /** The condition that this is the view of. */
  public Condition condition() {
    List<@org.jspecify.annotations.Nullable Object> all = new ArrayList<>();
    if (value != null) {
      all.add(value);
    }
    if (values != null) {
      all.addAll(values);
    }
    return new Condition(column, operator.operator(), all, Boolean.TRUE.equals(ignoreCase));
  }
}

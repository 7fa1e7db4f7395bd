package dev.huntgate.graphql.view;

import dev.huntgate.result.Operator;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code RowOperator}. */
@Enum("RowOperator")
@Description("How a row's value is compared. As in KQL, a row without a value equals nothing.")
public enum RowOperatorView {
  @Description("Equal to `value`.")
  EQ,
  @Description("Not equal to `value`, or null.")
  NE,
  @Description("Less than `value`, or before it.")
  LT,
  @Description("Less than or equal to `value`.")
  LE,
  @Description("Greater than `value`, or after it.")
  GT,
  @Description("Greater than or equal to `value`.")
  GE,
  @Description("Equal to one of `values`.")
  IN,
  @Description("Equal to none of `values`, or null.")
  NOT_IN,
  @Description("Has `value` somewhere inside; for text, GUIDs and dynamic values.")
  CONTAINS,
  @Description("Does not have `value` inside, or is null.")
  NOT_CONTAINS,
  @Description("Begins with `value`; for text, GUIDs and dynamic values.")
  STARTS_WITH,
  @Description("Has no value. An empty text is a value.")
  IS_NULL,
  @Description("Has a value.")
  IS_NOT_NULL;

  Operator operator() {
    return Operator.valueOf(name());
  }
}

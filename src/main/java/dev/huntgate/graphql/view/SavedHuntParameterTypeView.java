package dev.huntgate.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code SavedHuntParameterType}. */
@Enum("SavedHuntParameterType")
@Description("What a value of a saved hunt's parameter is.")
public enum SavedHuntParameterTypeView {
  @Description("A string, such as `\"desk-7.contoso.com\"`.")
  STRING,
  @Description("A whole number of at most 64 bits, such as `20`.")
  INT,
  @Description("`true` or `false`.")
  BOOL,
  @Description("A time with its zone as an ISO 8601 string, such as `\"2026-03-01T00:00:00Z\"`.")
  DATETIME,
  @Description("A length of time as an ISO 8601 string, such as `\"P7D\"` or `\"PT12H\"`.")
  TIMESPAN
}

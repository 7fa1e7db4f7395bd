package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlDiagnostic;

/** The words in which queries are refused. */
final class Rejections {

  private static final String ADVICE = " Fix semantic errors in your query.";

  private Rejections() {}

  static KqlRejectedException unresolved(String operator, String name) {
    String where = operator.isEmpty() ? "" : "'" + operator + "' operator: ";
    return new UnresolvedNameException(
        where + "Failed to resolve table or column expression named '" + name + "'." + ADVICE);
  }

  static KqlRejectedException unknownOperator(String name) {
    return new KqlRejectedException("The operator '" + name + "' is not supported." + ADVICE);
  }

  /** Refuses what KQL has and the sandbox does not. */
  static KqlRejectedException unsupported(String kind, String name) {
    return new KqlRejectedException(
        "The sandbox does not support the " + kind + " '" + name + "'." + ADVICE);
  }

  static KqlRejectedException unknownFunction(String name) {
    return new KqlRejectedException("Unknown function: '" + name + "'." + ADVICE);
  }

  static KqlRejectedException arguments(String function, int count) {
    return new KqlRejectedException(
        function + "(): function does not take " + count + " arguments." + ADVICE);
  }

  static KqlRejectedException types(String what, SqlValue... values) {
    StringBuilder types = new StringBuilder();
    for (SqlValue value : values) {
      types.append(types.isEmpty() ? "" : " and ").append(TypeNames.kql(value.type()));
    }
    return semantic("'" + what + "' cannot be applied to " + types + ".");
  }

  static KqlRejectedException semantic(String sentence) {
    return new KqlRejectedException(sentence + ADVICE);
  }

  static KqlRejectedException syntax(KqlDiagnostic error) {
    return new KqlRejectedException(
        String.format(
            "A recognition error occurred. Syntax error: %s [line:position=%d:%d]."
                + " Fix syntax errors in your query.",
            error.message(), error.line(), error.column()));
  }
}

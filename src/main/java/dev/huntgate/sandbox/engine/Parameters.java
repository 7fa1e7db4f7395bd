package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlLiteral;
import dev.huntgate.kql.KqlParser;
import java.util.List;

/** What stands between an operator and what it works on, such as {@code kind=inner}. */
final class Parameters {

  private Parameters() {}

  static String value(List<KqlParser.ParameterContext> parameters, String name, String otherwise) {
    return parameters.stream()
        .filter(parameter -> parameter.parameterName().getText().equals(name))
        .map(parameter -> parameter.parameterValue().getText())
        .map(text -> text.startsWith("'") || text.startsWith("\"") ? KqlLiteral.text(text) : text)
        .findFirst()
        .orElse(otherwise);
  }
}

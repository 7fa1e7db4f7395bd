package dev.huntgate.graphql.view;

import dev.huntgate.result.JsonText;
import dev.huntgate.result.Summary.TopValue;
import io.smallrye.graphql.api.DefaultNonNull;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code ValueCount}. */
@Type("ValueCount")
@Description("A value and how many rows have it.")
@DefaultNonNull
public record ValueCountView(
    @Description("The value, as in `rows`.") JsonValue value,
    @Description("How many rows have it.") int count) {

  static ValueCountView of(TopValue top) {
    return new ValueCountView(JsonValues.parse(top.json().text()), top.count());
  }

  static JsonValue json(Object value) {
    return value instanceof JsonText json ? JsonValues.parse(json.text()) : JsonValues.of(value);
  }
}

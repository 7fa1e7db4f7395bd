package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The body of a hunt, whose keys are case-sensitive. */
record HuntBody(String query, @Nullable String timespan) {

  static HuntBody ofDefender(String text) {
    return new HuntBody(query(Json.body(text), "Query"), null);
  }

  /** On Graph the reference page spells the keys with a capital and the metadata without. */
  static HuntBody ofGraph(String text) {
    ObjectNode body = Json.body(text);
    String query = query(body, body.has("query") ? "query" : "Query");
    JsonNode timespan = body.path(body.has("timespan") ? "timespan" : "Timespan");
    if (timespan.isMissingNode() || timespan.isNull()) {
      return new HuntBody(query, null);
    }
    if (!timespan.isTextual()) {
      throw new Refusal(Refusal.Reason.BAD_BODY, "The Timespan has to be text.");
    }
    return new HuntBody(query, timespan.textValue());
  }

  private static String query(ObjectNode body, String key) {
    JsonNode query = body.path(key);
    if (!query.isTextual() || query.textValue().isBlank()) {
      throw new Refusal(Refusal.Reason.BAD_BODY, "The property 'Query' is missing or empty.");
    }
    return query.textValue();
  }
}

package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** Reads and builds JSON as trees, so that no class has to be known to Jackson. */
final class Json {

  private static final ObjectMapper TREES =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Json() {}

  static JsonFactory factory() {
    return TREES.getFactory();
  }

  static JsonNode read(String text) throws JsonProcessingException {
    return TREES.readTree(text);
  }

  /** Reads the body of a request, which has to be an object. */
  static ObjectNode body(String text) {
    try {
      if (read(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(Refusal.Reason.BAD_BODY, "The request body is not valid JSON.");
    }
    throw new Refusal(Refusal.Reason.BAD_BODY, "The request body is not a JSON object.");
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode texts(Collection<String> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  static ArrayNode nodes(Collection<ObjectNode> values) {
    return JsonNodeFactory.instance.arrayNode().addAll(values);
  }
}

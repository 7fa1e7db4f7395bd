package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.huntgate.result.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Reads dynamic values, which come as JSON or as text that holds JSON. */
final class DynamicValues {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private DynamicValues() {}

  static JsonText of(Object raw) throws JsonProcessingException {
    if (raw instanceof JsonText json) {
      return json.text().contains("@odata.") ? new JsonText(clean(json.text())) : json;
    }
    if (raw instanceof String text) {
      return ofText(text);
    }
    return new JsonText(raw.toString());
  }

  /** Text that holds an object or array is that; other text is itself. */
  private static JsonText ofText(String text) throws JsonProcessingException {
    String trimmed = text.trim();
    if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
      try {
        return new JsonText(JSON.readTree(trimmed).toString());
      } catch (JsonProcessingException notJson) {
        return new JsonText(JSON.writeValueAsString(TextNode.valueOf(text)));
      }
    }
    return new JsonText(JSON.writeValueAsString(TextNode.valueOf(text)));
  }

  private static String clean(String json) throws JsonProcessingException {
    JsonNode tree = JSON.readTree(json);
    drop(tree);
    return tree.toString();
  }

  private static void drop(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> annotations = new ArrayList<>();
      object.fieldNames().forEachRemaining(name -> collect(name, annotations));
      object.remove(annotations);
    }
    node.forEach(DynamicValues::drop);
  }

  private static void collect(String name, List<String> annotations) {
    if (name.contains("@odata.")) {
      annotations.add(name);
    }
  }
}

package dev.huntgate.upstream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read leniently: absent, null and empty mean the same, a number may
 * be text and text a number, and what is not known is not looked at.
 */
public record Fields(JsonNode node) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  /** The first of these fields that has text. */
  public @Nullable String text(String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
        return value.asText();
      }
    }
    return null;
  }

  /** The first of these fields that has text, or else this text. */
  public String textOr(String otherwise, String... names) {
    String text = text(names);
    return text == null ? otherwise : text;
  }

  /** The first of these fields that has text, in our spelling of upstream's open lists. */
  public @Nullable String term(String... names) {
    String text = text(names);
    return text == null ? null : Spelling.ours(text);
  }

  public @Nullable Long number(String name) {
    JsonNode value = node.path(name);
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    String text = text(name);
    return text != null && text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** The first of these fields that holds a time. */
  public @Nullable Instant time(String... names) {
    String text = text(names);
    if (text == null) {
      return null;
    }
    try {
      return TimeText.instant(text);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  public @Nullable URI uri(String name) {
    String text = text(name);
    try {
      return text == null ? null : URI.create(text);
    } catch (IllegalArgumentException noUri) {
      return null;
    }
  }

  /** The texts of the first of these fields that is a list. */
  public List<String> texts(String... names) {
    for (String name : names) {
      if (node.path(name).isArray()) {
        return StreamSupport.stream(node.path(name).spliterator(), false)
            .filter(value -> value.isValueNode() && !value.isNull())
            .map(JsonNode::asText)
            .toList();
      }
    }
    return List.of();
  }

  /** The texts of a list, in our spelling of upstream's open lists. */
  public List<String> terms(String name) {
    return texts(name).stream().map(Spelling::ours).toList();
  }

  /** What is made of each object in a list. */
  public <T> List<T> objects(String name, Function<Fields, T> make) {
    List<T> made = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      if (element.isObject()) {
        made.add(make.apply(new Fields(element)));
      }
    }
    return made;
  }

  /** The object under this name; one without fields where there is none. */
  public Fields object(String name) {
    JsonNode value = node.path(name);
    return new Fields(value.isObject() ? value : JSON.createObjectNode());
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Everything in this object but annotations, as maps, lists and scalars. */
  public Map<String, Object> everything() {
    Map<String, Object> all = JSON.convertValue(node, MAP);
    all.keySet().removeIf(name -> name.contains("@odata."));
    return all;
  }
}

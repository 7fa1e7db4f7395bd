package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.sandbox.company.Spelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of an update, read key by key; what upstream would refuse is refused here. */
record IncidentPatch(ObjectNode body) {

  static IncidentPatch of(String text, Set<String> known) {
    ObjectNode body = Json.body(text);
    body.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key) && !key.startsWith("@odata.")) {
                throw invalid("The property '" + key + "' cannot be updated.");
              }
            });
    return new IncidentPatch(body);
  }

  static Refusal invalid(String message) {
    return new Refusal(Refusal.Reason.BAD_BODY, message);
  }

  boolean has(String key) {
    return body.has(key);
  }

  /** The owner to be: an empty text, like null, means nobody. */
  @Nullable String owner(String key) {
    JsonNode value = body.path(key);
    return value.isNull() || text(key).isEmpty() ? null : text(key);
  }

  String text(String key) {
    JsonNode value = body.path(key);
    if (!value.isTextual()) {
      throw invalid("The value of '" + key + "' has to be text.");
    }
    return value.textValue();
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    if (!body.path(key).isArray()) {
      throw invalid("The value of '" + key + "' has to be a list.");
    }
    for (JsonNode element : body.path(key)) {
      if (!element.isTextual()) {
        throw invalid("Every element of '" + key + "' has to be text.");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** One of the values that may be written; upstream does not mind the case. */
  <E extends Spelled> Optional<E> member(
      String key, List<E> writable, Function<Spelled, String> spelling) {
    if (!has(key)) {
      return Optional.empty();
    }
    String wanted = text(key);
    return Optional.of(
        writable.stream()
            .filter(value -> spelling.apply(value).equalsIgnoreCase(wanted))
            .findFirst()
            .orElseThrow(() -> invalid("'" + wanted + "' is not a value of '" + key + "'.")));
  }
}

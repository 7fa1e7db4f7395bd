package dev.huntgate.graphql.suggestion;

import dev.huntgate.hunting.saved.SavedHunt;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A saved hunt that an incident leads to.
 *
 * @param reason why, in a sentence
 * @param parameters values that were filled, by parameter, as JSON has them
 */
public record Suggestion(SavedHunt hunt, String reason, Map<String, Object> parameters) {

  /* In the order of the hunt's parameters, which Map.copyOf would lose. */
  public Suggestion {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}

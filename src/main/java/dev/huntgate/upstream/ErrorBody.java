package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream error body says, in either family's shape.
 *
 * @param code upstream's code, which may be a number in quotes; empty where there is none
 * @param message upstream's words; empty where there are none
 * @param requestId the id under which upstream's support finds the request
 */
record ErrorBody(String code, String message, @Nullable String requestId) {

  private static final int MAX_DEPTH = 64;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());
  private static final int MAX_MESSAGE = 2000;

  /** Reads a body; one that is not an error body says nothing. */
  static ErrorBody read(@Nullable String body) {
    JsonNode error = error(body);
    JsonNode inner = error.path("innerError");
    String id = inner.path("request-id").asText("");
    if (id.isEmpty()) {
      id = error.path("target").asText("");
    }
    return new ErrorBody(
        error.path("code").asText(""),
        shortened(error.path("message").asText("")),
        id.isEmpty() ? null : id);
  }

  ErrorBody withRequestId(@Nullable String id) {
    return requestId != null || id == null ? this : new ErrorBody(code, message, id);
  }

  private static JsonNode error(@Nullable String body) {
    if (body == null || body.isBlank()) {
      return JSON.missingNode();
    }
    try {
      return JSON.readTree(body).path("error");
    } catch (JsonProcessingException notJson) {
      return JSON.missingNode();
    }
  }

  private static String shortened(String message) {
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
  }
}

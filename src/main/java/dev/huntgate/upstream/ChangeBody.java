package dev.huntgate.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a change in the making: only what is given is in it. */
public final class ChangeBody {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode body = JSON.createObjectNode();

  /** Sets a field, unless the value is null. */
  public ChangeBody put(String field, @Nullable String value) {
    if (value != null) {
      body.put(field, value);
    }
    return this;
  }

  /** Sets a field to null. */
  public ChangeBody putNull(String field) {
    body.putNull(field);
    return this;
  }

  /** Sets a list, unless it is null. */
  public ChangeBody put(String field, @Nullable List<String> values) {
    if (values != null) {
      values.forEach(body.putArray(field)::add);
    }
    return this;
  }

  /** The body in UTF-8. */
  public byte[] bytes() {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}

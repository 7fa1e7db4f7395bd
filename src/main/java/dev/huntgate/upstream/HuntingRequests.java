package dev.huntgate.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huntgate.hunting.HuntQuery;
import java.nio.charset.StandardCharsets;

/** Writes the body of a hunt's request; upstream reads its keys case-sensitively. */
public final class HuntingRequests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private HuntingRequests() {}

  /** The body in UTF-8. */
  public static byte[] body(HuntQuery query) {
    ObjectNode body = JSON.createObjectNode().put("Query", query.kql());
    if (query.timespan() != null) {
      body.put("Timespan", query.timespan());
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}

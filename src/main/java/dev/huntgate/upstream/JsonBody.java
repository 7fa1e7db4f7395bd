package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads a body of moderate size into a tree. */
final class JsonBody implements BodyReader<JsonNode> {

  private static final int MAX_DEPTH = 64;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
              .build());

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public void feed(byte[] piece) {
    bytes.writeBytes(piece);
  }

  @Override
  public JsonNode finish() throws IOException {
    JsonNode node = JSON.readTree(bytes.toByteArray());
    if (node == null || !node.isObject()) {
      throw new UnreadableAnswerException("The body is not a JSON object");
    }
    return node;
  }
}

package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;

/** One JSON object or array, written down again as its events come. */
final class Capture {

  private static final JsonFactory JSON = new JsonFactory();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator generator;
  private int depth;

  /** Begins with the event at which the parser stands, the start of an object or array. */
  Capture(JsonParser parser) throws IOException {
    this.generator = JSON.createGenerator(text);
    add(parser);
  }

  void add(JsonParser parser) throws IOException {
    generator.copyCurrentEventExact(parser);
    if (parser.currentToken().isStructStart()) {
      depth++;
    } else if (parser.currentToken().isStructEnd()) {
      depth--;
    }
  }

  boolean isWhole() {
    return depth == 0;
  }

  String text() throws IOException {
    generator.flush();
    return text.toString();
  }
}

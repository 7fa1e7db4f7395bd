package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.huntgate.result.JsonLine;
import dev.huntgate.result.Utf8Buffer;
import java.io.IOException;

/** Reads dynamic values that come as text, which may hold JSON; not thread-safe. */
final class DynamicValues {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonLine line = new JsonLine(name -> false);
  private final Utf8Buffer string = new Utf8Buffer(256);

  /**
   * Text that holds an object or array is that; other text is itself.
   *
   * @return JSON in one line, good until the next call
   */
  Utf8Buffer read(char[] text, int offset, int length) throws IOException {
    int from = offset;
    int to = offset + length;
    while (from < to && text[from] <= ' ') {
      from++;
    }
    while (to > from && text[to - 1] <= ' ') {
      to--;
    }
    if (from < to && (text[from] == '{' || text[from] == '[') && isJson(text, from, to - from)) {
      return line.json();
    }
    string.clear();
    string.jsonString(text, offset, length);
    return string;
  }

  private boolean isJson(char[] text, int offset, int length) throws IOException {
    line.clear();
    try (JsonParser parser = JSON.createParser(text, offset, length)) {
      while (parser.nextToken() != null && !line.isWhole()) {
        line.add(parser);
      }
      return line.isWhole() && parser.currentToken() == null;
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }
}

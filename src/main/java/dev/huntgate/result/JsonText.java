package dev.huntgate.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * A dynamic value as the JSON that upstream sent for it.
 *
 * @param text one JSON value
 */
public record JsonText(String text) {

  private static final JsonFactory JSON = new JsonFactory();

  /** This JSON without white space between its parts; a JSON string of the text if it is none. */
  Utf8Buffer inOneLine() {
    JsonLine line = new JsonLine(name -> false);
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null && !line.isWhole()) {
        line.add(parser);
      }
      if (line.isWhole() && parser.currentToken() == null) {
        return line.json();
      }
    } catch (IOException notJson) {
      return quoted();
    }
    return quoted();
  }

  private Utf8Buffer quoted() {
    Utf8Buffer string = new Utf8Buffer(text.length() + 2);
    string.jsonString(text);
    return string;
  }
}

package dev.huntgate.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * JSON values written down as a parser's events come, each in one line and with its numbers as they
 * were; not thread-safe.
 *
 * <p>Made to be used for one value after the other.
 */
public final class JsonLine {

  private static final int MAX_MEMBERS = 500;

  private final Map<String, byte[]> members = new HashMap<>();
  private final Utf8Buffer out = new Utf8Buffer(256);
  private final Predicate<String> left;
  private boolean behindValue;
  private boolean leaving;
  private boolean anyLeft;
  private int depth;
  private int depthOfLeft;

  /**
   * @param left tells the names of members that are left out
   */
  public JsonLine(Predicate<String> left) {
    this.left = left;
  }

  /** Forgets the value before. */
  public void clear() {
    out.clear();
    behindValue = false;
    leaving = false;
    anyLeft = false;
    depth = 0;
  }

  /** Takes the event at which the parser stands. */
  public void add(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (leaving) {
      leave(token);
    } else if (token == JsonToken.FIELD_NAME) {
      name(parser);
    } else if (token.isStructEnd()) {
      depth--;
      out.append(token == JsonToken.END_OBJECT ? '}' : ']');
      behindValue = true;
    } else {
      value(token, parser);
    }
  }

  /** Whether the value is complete. */
  public boolean isWhole() {
    return depth == 0 && behindValue;
  }

  /** The value; good until {@link #clear}. */
  public Utf8Buffer json() {
    return out;
  }

  /** Whether the value is an object that came without any member. */
  public boolean isEmptyObject() {
    return out.size() == 2 && out.array()[0] == '{' && !anyLeft;
  }

  private void value(JsonToken token, JsonParser parser) throws IOException {
    separate();
    switch (token) {
      case START_OBJECT, START_ARRAY -> {
        out.append(token == JsonToken.START_OBJECT ? '{' : '[');
        depth++;
        behindValue = false;
      }
      case VALUE_STRING ->
          out.jsonString(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          out.ascii(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      default -> out.ascii(parser.getText());
    }
  }

  private void name(JsonParser parser) throws IOException {
    String name = parser.currentName();
    if (left.test(name)) {
      leaving = true;
      anyLeft = true;
      depthOfLeft = 0;
    } else {
      separate();
      out.append(member(name));
      behindValue = false;
    }
  }

  /* The same few names come again and again, with every row. */
  private byte[] member(String name) {
    byte[] known = members.get(name);
    if (known == null) {
      Utf8Buffer member = new Utf8Buffer(name.length() + 3);
      member.jsonString(name);
      member.append(':');
      known = member.toByteArray();
      if (members.size() < MAX_MEMBERS) {
        members.put(name, known);
      }
    }
    return known;
  }

  private void leave(JsonToken token) {
    if (token.isStructStart()) {
      depthOfLeft++;
    } else if (token.isStructEnd()) {
      depthOfLeft--;
    }
    leaving = depthOfLeft > 0;
  }

  private void separate() {
    if (behindValue) {
      out.append(',');
    }
    behindValue = true;
  }
}

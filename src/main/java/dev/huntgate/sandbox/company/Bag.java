package dev.huntgate.sandbox.company;

import java.util.List;

/** Writes small JSON texts, for the columns that hold some. */
final class Bag {

  private Bag() {}

  /** An object of the given keys and values in turn; a value is text, a number, or ready JSON. */
  static String of(Object... keysAndValues) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      json.append(i == 0 ? "" : ",").append(text(keysAndValues[i].toString())).append(':');
      json.append(value(keysAndValues[i + 1]));
    }
    return json.append('}').toString();
  }

  static String list(List<String> texts) {
    return texts.stream()
        .map(Bag::text)
        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
  }

  /** JSON that stands as it is among the values of {@link #of}. */
  record Ready(String json) {}

  private static String value(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : value instanceof Ready ready ? ready.json() : text(value.toString());
  }

  private static String text(String raw) {
    StringBuilder quoted = new StringBuilder(raw.length() + 2).append('"');
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}

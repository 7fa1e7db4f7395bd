package dev.huntgate.export;

import java.util.ArrayList;
import java.util.List;

/** A reader of RFC 4180, by its grammar: it takes nothing else. */
final class CsvReader {

  /**
   * A field.
   *
   * @param text without the quotes around it
   */
  record Field(String text, boolean quoted) {}

  private final String csv;
  private int at;

  private CsvReader(String csv) {
    this.csv = csv;
  }

  static List<List<Field>> read(String csv) {
    CsvReader reader = new CsvReader(csv);
    List<List<Field>> lines = new ArrayList<>();
    while (reader.at < csv.length()) {
      lines.add(reader.line());
    }
    return lines;
  }

  private List<Field> line() {
    List<Field> fields = new ArrayList<>();
    fields.add(field());
    while (!take("\r\n")) {
      if (!take(",")) {
        throw new AssertionError("neither a comma nor a line's end at " + at);
      }
      fields.add(field());
    }
    return fields;
  }

  private Field field() {
    StringBuilder text = new StringBuilder();
    if (!take("\"")) {
      while (at < csv.length() && ",\"\r\n".indexOf(csv.charAt(at)) < 0) {
        text.append(csv.charAt(at++));
      }
      return new Field(text.toString(), false);
    }
    while (true) {
      if (take("\"\"")) {
        text.append('"');
      } else if (take("\"")) {
        return new Field(text.toString(), true);
      } else {
        text.append(csv.charAt(at++));
      }
    }
  }

  private boolean take(String token) {
    boolean there = csv.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }
}

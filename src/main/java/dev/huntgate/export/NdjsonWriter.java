package dev.huntgate.export;

import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;

/** Writes each row as a JSON object in a line of its own. */
record NdjsonWriter(Rows rows) implements RowWriter {

  @Override
  public void begin(Utf8Buffer out) {}

  @Override
  public void row(int index, Utf8Buffer out) {
    rows.writeLine(index, out);
  }
}

package dev.huntgate.export;

import dev.huntgate.result.Utf8Buffer;

/** Writes rows in a form. */
interface RowWriter {

  /** Appends what comes before the first row. */
  void begin(Utf8Buffer out);

  /** Appends a row; {@code index} counts from zero. */
  void row(int index, Utf8Buffer out);
}

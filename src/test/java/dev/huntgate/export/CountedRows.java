package dev.huntgate.export;

import dev.huntgate.result.Utf8Buffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Rows of one length that are made up as they are written, and counted. */
class CountedRows implements RowWriter {

  static final int HEAD_BYTES = 5;

  private final int rowBytes;
  private final AtomicInteger written = new AtomicInteger();

  /**
   * @param rowBytes the length of a row with its line feed; at least 7
   */
  CountedRows(int rowBytes) {
    this.rowBytes = rowBytes;
  }

  int written() {
    return written.get();
  }

  String file(int from, int to) {
    Utf8Buffer file = new Utf8Buffer(16);
    begin(file);
    for (int i = from; i < to; i++) {
      append(i, file);
    }
    return file.toString();
  }

  @Override
  public void begin(Utf8Buffer out) {
    out.ascii("head\n");
  }

  @Override
  public void row(int index, Utf8Buffer out) {
    written.incrementAndGet();
    append(index, out);
  }

  private void append(int index, Utf8Buffer out) {
    String number = Integer.toString(index);
    out.ascii(number);
    out.ascii("x".repeat(rowBytes - 1 - number.length()));
    out.append('\n');
  }
}

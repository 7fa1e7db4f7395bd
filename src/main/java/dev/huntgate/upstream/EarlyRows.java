package dev.huntgate.upstream;

import dev.huntgate.result.Utf8Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Rows that came before the schema, compressed, since all of a large answer may do so. */
final class EarlyRows {

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DeflaterOutputStream compressing = new DeflaterOutputStream(bytes, deflater);

  void add(Utf8Buffer row) throws IOException {
    row.writeTo(compressing);
  }

  /** The JSON of the rows one behind the other; nothing can be added any more. */
  InputStream read() throws IOException {
    compressing.close();
    deflater.end();
    return new InflaterInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}

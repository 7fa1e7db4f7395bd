package dev.huntgate.result;

import java.util.zip.Deflater;

/** Writes the parts of encoded bytes one after the other. */
final class EncodedWriter implements AutoCloseable {

  private final Utf8Buffer out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

  EncodedWriter(Utf8Buffer out) {
    this.out = out;
  }

  void octet(int value) {
    out.append(value);
  }

  void fixed(long value) {
    Utf8.LONGS.set(out.reserve(Long.BYTES), out.size(), value);
    out.resize(out.size() + Long.BYTES);
  }

  void varint(long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      out.append((int) rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.append((int) rest);
  }

  void text(String text) {
    byte[] bytes = Utf8.encode(text);
    varint(bytes.length);
    out.append(bytes);
  }

  /** Bytes as they are. */
  void block(byte[] block) {
    varint(block.length);
    varint(block.length);
    out.append(block);
  }

  /** Bytes compressed, where that makes them fewer. */
  void compressedBlock(byte[] block) {
    byte[] compressed = new byte[block.length];
    deflater.reset();
    deflater.setInput(block);
    deflater.finish();
    int length = deflater.deflate(compressed);
    if (deflater.finished() && length < block.length) {
      varint(block.length);
      varint(length);
      out.append(compressed, 0, length);
    } else {
      block(block);
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}

package dev.huntgate.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A run of UTF-8 bytes that grows as text is appended; not thread-safe.
 *
 * <p>Made to be used again: {@link #clear} keeps the room it has.
 */
public final class Utf8Buffer {

  private static final int MIN_CAPACITY = 32;
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 16;

  private byte[] bytes;
  private int size;

  /**
   * @param capacity for how many bytes there is room before it has to grow
   */
  public Utf8Buffer(int capacity) {
    this.bytes = new byte[Math.max(MIN_CAPACITY, capacity)];
  }

  public int size() {
    return size;
  }

  /** Drops what follows the first {@code length} bytes. */
  public void truncate(int length) {
    if (length < 0 || length > size) {
      throw new IllegalArgumentException("No end at " + length + " of " + size + " bytes");
    }
    size = length;
  }

  public void clear() {
    size = 0;
  }

  /** The bytes themselves, of which the first {@link #size} count; good until the next append. */
  public byte[] array() {
    return bytes;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  /** Appends one byte. */
  public void append(int value) {
    reserve(1)[size++] = (byte) value;
  }

  /** Appends bytes that are UTF-8. */
  public void append(byte[] from, int offset, int length) {
    System.arraycopy(from, offset, reserve(length), size, length);
    size += length;
  }

  /** Appends bytes that are UTF-8. */
  public void append(byte[] from) {
    append(from, 0, from.length);
  }

  /** Appends text; a lone surrogate becomes the replacement character. */
  public void text(String text) {
    append(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends text of which every character is ASCII. */
  public void ascii(String text) {
    byte[] to = reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      to[size++] = (byte) text.charAt(i);
    }
  }

  /** Appends characters of which every one is ASCII. */
  void ascii(char[] from, int offset, int length) {
    byte[] to = reserve(length);
    for (int i = 0; i < length; i++) {
      to[size++] = (byte) from[offset + i];
    }
  }

  /** Appends a whole number in decimal. */
  public void number(long value) {
    size = Decimals.write(value, reserve(Decimals.MAX_LONG), size);
  }

  /** Appends text as a JSON string, quoted and escaped; a lone surrogate as its escape. */
  public void jsonString(char[] from, int offset, int length) {
    size = JsonStrings.write(from, offset, length, reserve(JsonStrings.worst(length)), size);
  }

  /** Appends text as a JSON string, quoted and escaped; a lone surrogate as its escape. */
  public void jsonString(String text) {
    jsonString(text.toCharArray(), 0, text.length());
  }

  /** Appends UTF-8 as a JSON string, quoted and escaped. */
  void jsonString(byte[] from, int offset, int length) {
    size = JsonStrings.write(from, offset, length, this);
  }

  /** Bytes with room for so many more behind {@link #size}. */
  byte[] reserve(int more) {
    if (more > bytes.length - size) {
      long wanted = Math.max((long) size + more, Math.min(2L * bytes.length, MAX_CAPACITY));
      if (wanted > MAX_CAPACITY) {
        throw new IllegalStateException("More than 2 GiB in one piece");
      }
      bytes = Arrays.copyOf(bytes, (int) wanted);
    }
    return bytes;
  }

  /** Tells where the bytes end after some were put into what {@link #reserve} gave. */
  void resize(int newSize) {
    size = newSize;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}

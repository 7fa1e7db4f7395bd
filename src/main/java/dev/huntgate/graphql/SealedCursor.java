package dev.huntgate.graphql;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;

/** The outer form of all cursors: base64url of a version, a payload and a digest of both. */
final class SealedCursor {

  private static final int VERSION = 1;
  private static final int MAX_LENGTH = 600;

  private SealedCursor() {}

  /** Writes a payload. */
  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads a payload. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  static String seal(Binding binding, Writer writer) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeByte(VERSION);
      writer.write(out);
      out.write(binding.digest(bytes.toByteArray()));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Opens a cursor.
   *
   * @throws FailureException {@code INVALID_ARGUMENT} naming {@code after}, when it was not sealed
   *     with this binding
   */
  static <T> T open(Binding binding, String cursor, Reader<T> reader) {
    byte[] bytes = decode(cursor);
    int end = bytes.length - Binding.DIGEST_LENGTH;
    if (end < 1 || bytes[0] != VERSION) {
      throw refusal();
    }
    byte[] payload = Arrays.copyOf(bytes, end);
    byte[] digest = Arrays.copyOfRange(bytes, end, bytes.length);
    if (!MessageDigest.isEqual(digest, binding.digest(payload))) {
      throw refusal();
    }
    try {
      return reader.read(new DataInputStream(new ByteArrayInputStream(payload, 1, end - 1)));
    } catch (IOException | DateTimeException | ArithmeticException unreadable) {
      throw refusal();
    }
  }

  static FailureException refusal() {
    return new FailureException(
        new InvalidArgument(
            "after",
            "after is not a cursor of this list. Give a cursor that this field returned, with the"
                + " other arguments as they were then."));
  }

  private static byte[] decode(String cursor) {
    if (cursor.length() > MAX_LENGTH) {
      throw refusal();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      /* The decoder overlooks padding and the last character's spare bits. */
      if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(cursor)) {
        throw refusal();
      }
      return bytes;
    } catch (IllegalArgumentException garbage) {
      throw refusal();
    }
  }
}

package dev.huntgate.result;

/** What objects take on a heap whose JVM compresses pointers and aligns to eight bytes. */
final class Footprint {

  private static final int ARRAY_HEADER = 16;
  private static final int OBJECT_HEADER = 12;
  private static final int POINTER = 4;

  private Footprint() {}

  static long array(long bytes) {
    return aligned(ARRAY_HEADER + bytes);
  }

  static long pointers(int length) {
    return array((long) POINTER * length);
  }

  static long object(int bytesOfFields) {
    return aligned(OBJECT_HEADER + bytesOfFields);
  }

  /** A string, taken as one that needs two bytes a character if any of its characters does. */
  static long string(String text) {
    boolean wide = text.chars().anyMatch(character -> character > 0xFF);
    return object(POINTER + 6) + array((wide ? 2L : 1L) * text.length());
  }

  private static long aligned(long bytes) {
    return (bytes + 7) & ~7L;
  }
}

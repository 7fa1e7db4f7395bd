package dev.huntgate.incident;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A count of the memory that values take on a 64-bit JVM with compressed pointers. */
final class Footprint {

  private static final int OBJECT = 16;
  private static final int REFERENCE = 4;
  /* A string with the header of its array, without its characters. */
  private static final int TEXT = 24 + OBJECT;
  private static final int TIME = 24;
  private static final int NUMBER = 24;
  private static final int COLLECTION = 24 + OBJECT;
  private static final int MAP = 64;
  private static final int MAP_ENTRY = 40;
  /* A URI keeps its text, and its parts as strings of their own once they were asked for. */
  private static final int ADDRESS = 80;
  private static final int ADDRESS_TEXTS = 2;
  private static final char LATIN_1_END = '\u00ff';

  private long bytes;

  long bytes() {
    return bytes;
  }

  /** A record with this many components, without what they refer to. */
  Footprint record(int components) {
    bytes += OBJECT + (long) REFERENCE * components;
    return this;
  }

  Footprint texts(@Nullable String... texts) {
    for (String text : texts) {
      bytes += text == null ? 0 : of(text);
    }
    return this;
  }

  Footprint times(@Nullable Instant... times) {
    for (Instant time : times) {
      bytes += time == null ? 0 : TIME;
    }
    return this;
  }

  Footprint numbers(@Nullable Number... numbers) {
    for (Number number : numbers) {
      bytes += number == null ? 0 : NUMBER;
    }
    return this;
  }

  Footprint address(@Nullable URI address) {
    bytes += address == null ? 0 : ADDRESS + ADDRESS_TEXTS * of(address.toString());
    return this;
  }

  @SafeVarargs
  final Footprint textLists(List<String>... lists) {
    for (List<String> list : lists) {
      each(list, Footprint::texts);
    }
    return this;
  }

  <T> Footprint each(Collection<T> values, BiConsumer<Footprint, T> count) {
    if (!values.isEmpty()) {
      bytes += COLLECTION + (long) REFERENCE * values.size();
      values.forEach(value -> count.accept(this, value));
    }
    return this;
  }

  <T> Footprint maybe(@Nullable T value, BiConsumer<Footprint, T> count) {
    if (value != null) {
      count.accept(this, value);
    }
    return this;
  }

  /** A value as it is read off JSON. */
  Footprint tree(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      bytes += map.isEmpty() ? 0 : MAP + (long) MAP_ENTRY * map.size();
      map.forEach((key, entry) -> tree(key).tree(entry));
    } else if (value instanceof Collection<?> collection) {
      bytes += collection.isEmpty() ? 0 : COLLECTION + (long) REFERENCE * collection.size();
      collection.forEach(this::tree);
    } else if (value instanceof String text) {
      bytes += of(text);
    } else if (value instanceof Number) {
      bytes += NUMBER;
    }
    return this;
  }

  private static long of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LATIN_1_END) {
        return TEXT + 2L * text.length();
      }
    }
    return TEXT + text.length();
  }
}

package dev.huntgate.hunting.saved;

import dev.huntgate.hunting.saved.SavedHunt.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The saved hunts that ship with Huntgate.
 *
 * <p>Their files are named in one that lists them, for a native binary cannot list a folder of its
 * resources. Their queries are checked when Huntgate is built, and not again.
 */
final class BuiltInHunts {

  private static final String LIST = "files.txt";

  private BuiltInHunts() {}

  static List<FileReading> read() {
    return new String(bytes(LIST), StandardCharsets.UTF_8)
        .lines()
        .map(name -> SavedHuntReader.read(new HuntFile(name, bytes(name)), Origin.BUILT_IN, null))
        .toList();
  }

  static byte[] bytes(String name) {
    try (InputStream in = BuiltInHunts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource is missing: " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.huntgate.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a file that holds one credential; never printed. */
final class CredentialText {

  private CredentialText() {}

  /**
   * Reads a file, without what is white around its text; blocks.
   *
   * @param what what it holds, for the log
   * @throws UncheckedIOException when it cannot be read
   * @throws IllegalStateException when it is empty
   */
  static String read(String what, Path file) {
    String text;
    try {
      text = Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the " + what + " file " + file, e);
    }
    if (text.isEmpty()) {
      throw new IllegalStateException("The " + what + " file " + file + " is empty");
    }
    return text;
  }
}

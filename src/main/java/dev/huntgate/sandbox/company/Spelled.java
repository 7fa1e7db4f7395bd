package dev.huntgate.sandbox.company;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A value that upstream's two families spell differently. */
public interface Spelled {

  /** The constant's name in Java, from which both spellings follow unless overridden. */
  String name();

  /** The spelling on Microsoft Graph, in camel case. */
  default String graph() {
    String pascal = pascal();
    return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
  }

  /** The spelling of the native family, in Pascal case. */
  default String defender() {
    return pascal();
  }

  private String pascal() {
    return Arrays.stream(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}

package dev.huntgate.sandbox.http;

import java.util.Optional;

/** Reads the id of an incident in a path. */
final class IncidentIds {

  private IncidentIds() {}

  /** The id, or empty when the text cannot be one, so that no incident has it. */
  static Optional<Long> parse(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

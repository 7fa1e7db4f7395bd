package dev.huntgate.kql;

/**
 * Something that the writer of a query should know about it.
 *
 * @param severity how much it matters
 * @param message what it is, in a sentence
 * @param line the line it is on, from 1
 * @param column the character of that line it starts at, from 1
 */
public record KqlDiagnostic(Severity severity, String message, int line, int column) {

  /** How much a diagnostic matters. */
  public enum Severity {
    /** The query cannot be read. */
    ERROR,
    /** The query can be read, and probably does not do what was meant. */
    WARNING,
    /** The query can be made better. */
    INFO
  }
}

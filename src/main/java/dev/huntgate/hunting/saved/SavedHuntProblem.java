package dev.huntgate.hunting.saved;

/**
 * Something that is wrong with a file of a saved hunt.
 *
 * @param file the file's name in its folder
 * @param line the line it is on, from 1; 1 for the file as a whole
 * @param column the character of that line it starts at, from 1
 * @param severity what became of the hunt
 * @param message what it is and what to do, in sentences
 */
public record SavedHuntProblem(
    String file, int line, int column, Severity severity, String message) {

  /** What became of the hunt. */
  public enum Severity {
    /** It is not served. */
    ERROR,
    /** It is served. */
    WARNING
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}

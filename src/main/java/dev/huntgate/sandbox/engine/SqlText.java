package dev.huntgate.sandbox.engine;

/**
 * Writes what comes from a query into SQL so that it can never become part of the SQL's structure.
 */
final class SqlText {

  private SqlText() {}

  /** Returns the SQL literal for any text. */
  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return quoted.indexOf('\0') < 0 ? quoted : "(" + quoted.replace("\0", "' || chr(0) || '") + ")";
  }
}

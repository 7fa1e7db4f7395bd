package dev.huntgate.export;

/** What becomes of text that a spreadsheet would take for a formula. */
public enum FormulaCells {
  /** An apostrophe before it makes it text. */
  ESCAPE,
  /** It stays as it is, for programs. */
  KEEP
}

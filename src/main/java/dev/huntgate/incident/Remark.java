package dev.huntgate.incident;

import dev.huntgate.access.Caller;

/** The text by which upstream's readers learn who changed an incident: upstream names us alone. */
final class Remark {

  private static final int LONGEST_NAME = 100;

  private Remark() {}

  /** A remark of a caller's own. */
  static String of(Caller caller, String text) {
    return text.strip() + " (" + signature(caller) + ")";
  }

  /** The remark that goes with a change: the caller's own, or else what was changed. */
  static String of(Caller caller, IncidentChange change) {
    String own = change.comment();
    return of(caller, own == null ? shortened(change.inWords()) : own);
  }

  private static String signature(Caller caller) {
    String name = caller.name().replaceAll("\\p{Cntrl}", " ").strip();
    return (name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…")
        + " via Huntgate";
  }

  private static String shortened(String words) {
    return "Set "
        + (words.length() <= ChangeRules.LONGEST_COMMENT
            ? words
            : words.substring(0, ChangeRules.LONGEST_COMMENT) + "…");
  }
}

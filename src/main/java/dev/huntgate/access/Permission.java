package dev.huntgate.access;

/**
 * What a caller may do; none of them implies another.
 *
 * <p>A token grants one by a role or scope, see {@link AuthConfig.Roles}.
 */
public enum Permission {
  /** Reads incidents and their alerts. */
  INCIDENTS_READ("incidents.read"),
  /** Changes incidents and comments on them. */
  INCIDENTS_WRITE("incidents.write"),
  /** Runs saved hunts and reads their results. */
  HUNTING_SAVED("hunting.saved"),
  /** Runs any hunt, and drops what is kept of it. */
  HUNTING_ADHOC("hunting.adhoc"),
  /** Downloads results as files. */
  EXPORT("export"),
  /** Sees what others spent, and the metrics. */
  ADMIN("admin");

  private final String text;

  Permission(String text) {
    this.text = text;
  }

  /** The name by which people know it. */
  public String text() {
    return text;
  }
}

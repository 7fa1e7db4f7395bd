package dev.huntgate.kql;

/** stand-in */
public record CanonicalKql(String text) {
  public static CanonicalKql of(String kql) {
    return new CanonicalKql(kql);
  }
}

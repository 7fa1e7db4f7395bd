package dev.huntgate.graphql.limit;

/** Who may ask for the schema, of those who are known at all. */
public enum Introspection {
  EVERYBODY,
  /** Who has the permission {@code admin}. */
  ADMIN,
  NOBODY
}

package dev.huntgate.budget;

import java.util.Locale;

/** What operations that share their windows are called together. */
public enum PoolName {
  INCIDENTS(Operation.INCIDENT_LIST),
  HUNTING(Operation.HUNTING);

  private final Operation example;

  PoolName(Operation example) {
    this.example = example;
  }

  /** The pool that an operation is in. */
  public static PoolName of(Operation operation) {
    return switch (operation) {
      case INCIDENT_LIST, INCIDENT_GET, INCIDENT_UPDATE -> INCIDENTS;
      case HUNTING -> HUNTING;
    };
  }

  /** One of the pool's operations: it stands as they all do. */
  public Operation example() {
    return example;
  }

  /** The name for machines: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

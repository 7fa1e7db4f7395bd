package dev.huntgate.result;

/**
 * How a condition compares a row's value with its own values.
 *
 * <p>As in KQL, a null equals nothing: only {@link #NE}, {@link #NOT_IN}, {@link #NOT_CONTAINS} and
 * {@link #IS_NULL} find it. NaN equals itself and is neither below nor above anything.
 */
public enum Operator {
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE,
  /** Equal to one of any number of values; none makes a condition that nothing meets. */
  IN,
  NOT_IN,
  /** For strings, GUIDs, and dynamic values as their JSON. */
  CONTAINS,
  NOT_CONTAINS,
  STARTS_WITH,
  /** Takes no value; an empty string is not null. */
  IS_NULL,
  IS_NOT_NULL;

  /** Whether rows without a value meet such a condition. */
  boolean findsNulls() {
    return this == NE || this == NOT_IN || this == NOT_CONTAINS || this == IS_NULL;
  }

  /** Whether this is another operator's opposite. */
  boolean isNegative() {
    return this == NE || this == NOT_IN || this == NOT_CONTAINS;
  }

  boolean takesMany() {
    return this == IN || this == NOT_IN;
  }

  boolean takesNone() {
    return this == IS_NULL || this == IS_NOT_NULL;
  }

  boolean isOrder() {
    return this == LT || this == LE || this == GT || this == GE;
  }
}

package dev.huntgate.kql;

/** A scalar type of KQL. */
public enum KqlType {
  BOOL,
  INT,
  LONG,
  REAL,
  DECIMAL,
  STRING,
  DATETIME,
  TIMESPAN,
  GUID,
  DYNAMIC
}

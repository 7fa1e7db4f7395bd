package dev.huntgate.result;

/** The type of a result's column, one for each scalar type of KQL. */
public enum ColumnType {
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

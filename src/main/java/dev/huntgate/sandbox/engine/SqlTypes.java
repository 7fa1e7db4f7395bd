package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;

/** The SQL type that holds the values of a KQL type. */
final class SqlTypes {

  private SqlTypes() {}

  static String of(KqlType type) {
    return switch (type) {
      case BOOL -> "BOOLEAN";
      case INT -> "INTEGER";
      case LONG, TIMESPAN -> "BIGINT";
      case REAL, DECIMAL -> "DOUBLE";
      case STRING, GUID -> "VARCHAR";
      case DATETIME -> "TIMESTAMP";
      case DYNAMIC -> "JSON";
    };
  }
}

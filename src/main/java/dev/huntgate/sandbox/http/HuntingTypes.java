package dev.huntgate.sandbox.http;

import dev.huntgate.kql.KqlType;

/** Names the types of an answer's columns as upstream does: by their .NET names. */
final class HuntingTypes {

  private HuntingTypes() {}

  static String name(KqlType type) {
    return switch (type) {
      case BOOL -> "SByte";
      case INT -> "Int32";
      case LONG -> "Int64";
      case REAL -> "Double";
      case DECIMAL -> "SqlDecimal";
      case STRING -> "String";
      case DATETIME -> "DateTime";
      case TIMESPAN -> "TimeSpan";
      case GUID -> "Guid";
      case DYNAMIC -> "Object";
    };
  }
}

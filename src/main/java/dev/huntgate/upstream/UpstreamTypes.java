package dev.huntgate.upstream;

import dev.huntgate.result.ColumnType;
import java.util.Locale;

/** Reads upstream's names of types: .NET's as recorded, KQL's as a precaution. */
final class UpstreamTypes {

  private UpstreamTypes() {}

  /** The type of this name; one that is not known is carried as dynamic, that is, as it comes. */
  static ColumnType read(String name) {
    String plain = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "string" -> ColumnType.STRING;
      case "datetime" -> ColumnType.DATETIME;
      case "int64", "long" -> ColumnType.LONG;
      case "int32", "int16", "int" -> ColumnType.INT;
      case "double", "single", "real" -> ColumnType.REAL;
      case "sbyte", "boolean", "bool" -> ColumnType.BOOL;
      case "guid" -> ColumnType.GUID;
      case "timespan" -> ColumnType.TIMESPAN;
      case "sqldecimal", "decimal" -> ColumnType.DECIMAL;
      default -> ColumnType.DYNAMIC;
    };
  }
}

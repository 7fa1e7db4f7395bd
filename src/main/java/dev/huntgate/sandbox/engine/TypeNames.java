package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names by which KQL knows its types. */
final class TypeNames {

  private TypeNames() {}

  static KqlType of(KqlParser.TypeContext type) {
    return of(type.name() == null ? type.getText() : KqlNames.text(type.name()));
  }

  static KqlType of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "bool", "boolean" -> KqlType.BOOL;
      case "int" -> KqlType.INT;
      case "long" -> KqlType.LONG;
      case "real", "double" -> KqlType.REAL;
      case "decimal" -> KqlType.DECIMAL;
      case "string" -> KqlType.STRING;
      case "datetime", "date" -> KqlType.DATETIME;
      case "timespan", "time" -> KqlType.TIMESPAN;
      case "guid", "uuid", "uniqueid" -> KqlType.GUID;
      case "dynamic" -> KqlType.DYNAMIC;
      default -> throw Rejections.semantic("'" + name + "' is not the name of a type.");
    };
  }

  /** Returns the columns that a query declares. */
  static List<HuntingColumn> columns(KqlParser.SchemaContext schema) {
    List<HuntingColumn> columns = new ArrayList<>();
    for (KqlParser.SchemaColumnContext column : schema.schemaColumn()) {
      if (column.STAR() != null) {
        throw Rejections.semantic("'*' cannot stand in a schema here.");
      }
      columns.add(new HuntingColumn(KqlNames.text(column.name()), of(column.type())));
    }
    return columns;
  }

  static String kql(KqlType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name of the .NET type, as {@code getschema} gives it. */
  static String dotNet(KqlType type) {
    return switch (type) {
      case BOOL -> "System.SByte";
      case INT -> "System.Int32";
      case LONG -> "System.Int64";
      case REAL -> "System.Double";
      case DECIMAL -> "System.Data.SqlTypes.SqlDecimal";
      case STRING -> "System.String";
      case DATETIME -> "System.DateTime";
      case TIMESPAN -> "System.TimeSpan";
      case GUID -> "System.Guid";
      case DYNAMIC -> "System.Object";
    };
  }
}

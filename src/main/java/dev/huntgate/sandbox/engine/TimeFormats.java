package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.STRING;

import java.util.List;
import java.util.Map;

/** Writes times and spans in the format that a query asks for. */
final class TimeFormats {

  private static final Map<String, String> MOMENT =
      Map.ofEntries(
          Map.entry("yyyy", "%Y"),
          Map.entry("yy", "%y"),
          Map.entry("y", "%-y"),
          Map.entry("MM", "%m"),
          Map.entry("M", "%-m"),
          Map.entry("dd", "%d"),
          Map.entry("d", "%-d"),
          Map.entry("HH", "%H"),
          Map.entry("H", "%-H"),
          Map.entry("hh", "%I"),
          Map.entry("h", "%-I"),
          Map.entry("mm", "%M"),
          Map.entry("m", "%-M"),
          Map.entry("ss", "%S"),
          Map.entry("s", "%-S"),
          Map.entry("tt", "%p"));

  private TimeFormats() {}

  static SqlValue moment(List<SqlValue> a) {
    SqlValue moment = TimeFunctions.moment("format_datetime", a.get(0));
    StringBuilder sql = new StringBuilder("coalesce(''");
    for (String run : runs("format_datetime", a.get(1))) {
      String format = MOMENT.get(run);
      if (format != null) {
        sql.append(" || strftime(").append(moment).append(", '").append(format).append("')");
      } else if (run.matches("[fF]{1,7}")) {
        sql.append(" || substring(strftime(")
            .append(moment)
            .append(", '%f') || '0', 1, ")
            .append(run.length())
            .append(")");
      } else {
        sql.append(" || ").append(separator("format_datetime", run));
      }
    }
    return SqlValue.of(
        STRING,
        sql.append(" || CASE WHEN ")
            .append(moment)
            .append(" IS NULL THEN NULL ELSE '' END, '')")
            .toString());
  }

  static SqlValue span(List<SqlValue> a) {
    String ticks = "abs(" + Conversions.timespan(a.get(0)) + ")";
    StringBuilder sql = new StringBuilder("coalesce(''");
    for (String run : runs("format_timespan", a.get(1))) {
      String number =
          switch (run.charAt(0)) {
            case 'd' -> ticks + " // 864000000000";
            case 'h', 'H' -> ticks + " // 36000000000 % 24";
            case 'm' -> ticks + " // 600000000 % 60";
            case 's' -> ticks + " // 10000000 % 60";
            default -> "";
          };
      if (!number.isEmpty()) {
        sql.append(" || printf('%0").append(run.length()).append("d', ").append(number).append(")");
      } else if (run.matches("[fF]{1,7}")) {
        sql.append(" || substring(printf('%07d', ")
            .append(ticks)
            .append(" % 10000000), 1, ")
            .append(run.length())
            .append(")");
      } else {
        sql.append(" || ").append(separator("format_timespan", run));
      }
    }
    return SqlValue.of(STRING, sql.append(", '')").toString());
  }

  private static String separator(String function, String run) {
    if (run.chars().anyMatch(Character::isLetter)) {
      throw Rejections.semantic(function + "(): the sandbox does not know '" + run + "'.");
    }
    return SqlText.literal(run);
  }

  /** Cuts a format where its letters change. */
  private static List<String> runs(String function, SqlValue format) {
    if (format.literal().isEmpty()) {
      throw Rejections.semantic(function + "(): the format must be a literal.");
    }
    return List.of(format.literal().get().split("(?<=(.))(?!\\1)"));
  }
}

package dev.huntgate.export;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to download.
 *
 * @param columns the columns by name or place, in the order of the file; empty for all
 * @param skip how many rows to leave out at the beginning
 * @param first how many rows at most
 * @param formulas what the client says of text that looks like a formula; null when nothing
 * @param filename what the file is to be called; null when the client does not say
 * @param ticket the ticket of a link; null without one
 */
record ExportRequest(
    String resultId,
    ExportFormat format,
    List<String> columns,
    int skip,
    int first,
    @Nullable FormulaCells formulas,
    @Nullable String filename,
    @Nullable String ticket) {

  private static final String COLUMNS = "columns";
  private static final String SKIP = "skip";
  private static final String FIRST = "first";
  private static final String FORMULAS = "formulas";
  private static final String FILENAME = "filename";
  private static final String TICKET = "ticket";
  private static final Set<String> KNOWN =
      new TreeSet<>(Set.of(COLUMNS, SKIP, FIRST, FORMULAS, FILENAME, TICKET));
  private static final int LONGEST_SHOWN = 40;

  ExportRequest {
    columns = List.copyOf(columns);
  }

  /**
   * Reads a query string's parameters.
   *
   * @throws FailureException {@code INVALID_ARGUMENT} naming the parameter
   */
  static ExportRequest of(String resultId, ExportFormat format, MultiMap parameters) {
    for (String name : parameters.names()) {
      if (!KNOWN.contains(name)) {
        throw invalid(shown(name), "There is no parameter " + shown(name) + "; known are " + KNOWN);
      }
    }
    return new ExportRequest(
        resultId,
        format,
        columns(parameters.getAll(COLUMNS)),
        number(parameters, SKIP, 0),
        number(parameters, FIRST, Integer.MAX_VALUE),
        formulas(format, single(parameters, FORMULAS)),
        single(parameters, FILENAME),
        single(parameters, TICKET));
  }

  /** The path, without parameters. */
  String path() {
    return format.path(resultId);
  }

  private static List<String> columns(List<String> given) {
    List<String> names =
        given.stream().flatMap(value -> Arrays.stream(value.split(",", -1))).toList();
    if (names.contains("")) {
      throw invalid(COLUMNS, "columns has to name columns, with one comma between two.");
    }
    return names;
  }

  private static int number(MultiMap parameters, String name, int otherwise) {
    String value = single(parameters, name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException ignored) {
      // Refused like a negative one.
    }
    throw invalid(name, name + " has to be a whole number from 0 to " + Integer.MAX_VALUE);
  }

  private static @Nullable FormulaCells formulas(ExportFormat format, @Nullable String value) {
    if (value == null) {
      return null;
    }
    if (format != ExportFormat.CSV) {
      throw invalid(FORMULAS, "formulas is for csv only; " + format.ending() + " has none");
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "escape" -> FormulaCells.ESCAPE;
      case "keep" -> FormulaCells.KEEP;
      default -> throw invalid(FORMULAS, "formulas has to be escape or keep");
    };
  }

  private static @Nullable String single(MultiMap parameters, String name) {
    List<String> values = parameters.getAll(name);
    if (values.size() > 1) {
      throw invalid(name, name + " may be given once only");
    }
    return values.isEmpty() ? null : values.get(0);
  }

  private static String shown(String name) {
    return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
  }

  private static FailureException invalid(String argument, String message) {
    return new FailureException(
        new InvalidArgument(argument, message.endsWith(".") ? message : message + "."));
  }
}

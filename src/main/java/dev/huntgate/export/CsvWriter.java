package dev.huntgate.export;

import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;
import java.util.List;

/**
 * Writes rows as RFC 4180 has them: commas, CRLF, quotes where they are needed.
 *
 * <p>A null is nothing, an empty text is {@code ""}; but where there is one column only, a null is
 * {@code ""} too, since readers drop empty lines.
 *
 * <p>Text that a spreadsheet would compute gets an apostrophe before it, as <a
 * href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a> has it, unless it is to be
 * kept.
 */
final class CsvWriter implements RowWriter {

  private static final String EMPTY = "\"\"";
  private static final int SCRATCH = 256;

  private final Rows rows;
  private final FormulaCells formulas;
  private final Kind[] kinds;
  private final Utf8Buffer cell = new Utf8Buffer(SCRATCH);

  /** What has to be looked for in the values of a column. */
  private enum Kind {
    /* What we write ourselves, and holds neither a comma nor a quote. */
    PLAIN,
    /* What has a form, in which a sign begins a number. */
    FORMED,
    TEXT;

    static Kind of(ColumnType type) {
      return switch (type) {
        case BOOL, INT, LONG, REAL, DECIMAL, DATETIME -> PLAIN;
        case TIMESPAN, DYNAMIC -> FORMED;
        case STRING, GUID -> TEXT;
      };
    }
  }

  CsvWriter(Rows rows, FormulaCells formulas) {
    this.rows = rows;
    this.formulas = formulas;
    this.kinds = rows.columns().stream().map(Column::type).map(Kind::of).toArray(Kind[]::new);
  }

  @Override
  public void begin(Utf8Buffer out) {
    List<Column> columns = rows.columns();
    for (int i = 0; i < columns.size(); i++) {
      separate(i, out);
      cell.clear();
      cell.text(columns.get(i).name());
      append(Kind.TEXT, out);
    }
    endLine(out);
  }

  @Override
  public void row(int index, Utf8Buffer out) {
    for (int i = 0; i < kinds.length; i++) {
      separate(i, out);
      if (rows.isNull(index, i)) {
        if (kinds.length == 1) {
          out.ascii(EMPTY);
        }
      } else if (kinds[i] == Kind.PLAIN) {
        rows.writeText(index, i, out);
      } else {
        cell.clear();
        rows.writeText(index, i, cell);
        append(kinds[i], out);
      }
    }
    endLine(out);
  }

  private void append(Kind kind, Utf8Buffer out) {
    byte[] bytes = cell.array();
    int size = cell.size();
    if (size == 0) {
      out.ascii(EMPTY);
      return;
    }
    boolean escaped = formulas == FormulaCells.ESCAPE && isFormula(kind, bytes, size);
    boolean quoted = needsQuotes(bytes, size);
    if (quoted) {
      out.append('"');
    }
    if (escaped) {
      out.append('\'');
    }
    if (quoted) {
      appendDoubled(bytes, size, out);
      out.append('"');
    } else {
      out.append(bytes, 0, size);
    }
  }

  private static void appendDoubled(byte[] bytes, int size, Utf8Buffer out) {
    int from = 0;
    for (int i = 0; i < size; i++) {
      if (bytes[i] == '"') {
        // Up to and with the quote, which the next piece begins with once more.
        out.append(bytes, from, i + 1 - from);
        from = i;
      }
    }
    out.append(bytes, from, size - from);
  }

  private static boolean needsQuotes(byte[] bytes, int size) {
    for (int i = 0; i < size; i++) {
      byte at = bytes[i];
      if (at <= ',' && (at == ',' || at == '"' || at == '\r' || at == '\n')) {
        return true;
      }
    }
    // Some readers trim what is not quoted.
    return bytes[0] == ' ' || bytes[size - 1] == ' ';
  }

  private static boolean isFormula(Kind kind, byte[] bytes, int size) {
    boolean suspicious =
        switch (bytes[0]) {
          case '=', '+', '-', '@', '\t', '\r', '\n' -> true;
          case (byte) 0xEF -> isWide(bytes, size);
          default -> false;
        };
    return suspicious && !(kind == Kind.FORMED && isNumeric(bytes, size));
  }

  /* The full-width forms of = + - @, which some spreadsheets read like the narrow ones. */
  private static boolean isWide(byte[] bytes, int size) {
    if (size < 3 || bytes[1] != (byte) 0xBC) {
      return false;
    }
    return switch (bytes[2]) {
      case (byte) 0x9D, (byte) 0x8B, (byte) 0x8D, (byte) 0xA0 -> true;
      default -> false;
    };
  }

  /* A negative number or time: what begins with a sign and has digits and their marks only. */
  private static boolean isNumeric(byte[] bytes, int size) {
    for (int i = 1; i < size; i++) {
      byte at = bytes[i];
      boolean digit = at >= '0' && at <= '9';
      if (!digit && at != '.' && at != ':' && at != 'e' && at != 'E' && at != '-' && at != '+') {
        return false;
      }
    }
    return bytes[0] == '-';
  }

  private static void separate(int column, Utf8Buffer out) {
    if (column > 0) {
      out.append(',');
    }
  }

  private static void endLine(Utf8Buffer out) {
    out.append('\r');
    out.append('\n');
  }
}

package dev.huntgate.sandbox.company;

import dev.huntgate.sandbox.engine.HuntingColumn;
import dev.huntgate.sandbox.engine.HuntingTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a company's hunting table as plain values, for tests that compute what a hunt has to
 * find.
 */
public final class TableRows {

  private final HuntingTable table;
  private final Map<String, Integer> places = new HashMap<>();

  private TableRows(HuntingTable table) {
    this.table = table;
    for (HuntingColumn column : table.columns()) {
      places.put(column.name(), places.size());
    }
  }

  public static TableRows of(Company company, String table) {
    return company.huntingTables().stream()
        .filter(candidate -> candidate.name().equals(table))
        .map(TableRows::new)
        .findFirst()
        .orElseThrow();
  }

  public List<HuntingColumn> columns() {
    return table.columns();
  }

  /** A fresh stream of all rows at each call; equal for equal companies. */
  public Stream<Row> stream() {
    return table.rows().get().map(Row::new);
  }

  /** One row, read by the names of its columns. */
  public final class Row {

    private final Object[] cells;

    private Row(Object[] cells) {
      this.cells = cells;
    }

    /** The value, typed as {@link HuntingTable} says. */
    public @Nullable Object get(String column) {
      return cells[places.get(column)];
    }

    public String text(String column) {
      return (String) get(column);
    }

    public Instant time(String column) {
      return (Instant) get(column);
    }

    /** A whole number, of either size. */
    public long number(String column) {
      return ((Number) get(column)).longValue();
    }

    public boolean bool(String column) {
      return (Boolean) get(column);
    }

    /** Several values, to compare rows by. */
    public List<Object> of(String... columns) {
      return Stream.of(columns).map(this::get).collect(Collectors.toList());
    }
  }
}

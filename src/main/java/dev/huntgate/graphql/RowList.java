package dev.huntgate.graphql;

import jakarta.json.JsonValue;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The rows of a page: values that are complete as they are, so the engine need not look at each.
 */
final class RowList extends AbstractList<JsonValue> implements RandomAccess {

  private final List<JsonValue> rows;

  RowList(List<JsonValue> rows) {
    this.rows = List.copyOf(rows);
  }

  @Override
  public JsonValue get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }
}

package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;

/** Takes so many rows of a table, or tells its columns instead of them. */
final class RowCuts {

  private RowCuts() {}

  /** Returns the first rows; of each part, where the table falls into parts. */
  static Relation first(
      Translation translation, Relation relation, String operator, ParseTree count) {
    SqlValue rows =
        new ExpressionTranslator(translation, Scope.of(operator, Relation.NONE)).visit(count);
    if (!rows.isWhole()) {
      throw Rejections.types(operator, rows);
    }
    if (relation.carried().isEmpty()) {
      return relation.narrowed("LIMIT greatest(" + rows + ", 0)");
    }
    Layer layer = new Layer(translation, relation);
    SqlValue place = layer.add(KqlType.LONG, "row_number() " + layer.window());
    return layer.relation().narrowed("WHERE " + place + " <= " + rows);
  }

  static Relation schema(Translation translation, Relation relation) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < relation.columns().size(); i++) {
      Relation.Column column = relation.columns().get(i);
      rows.add(
          String.format(
              "(%s, %d::BIGINT, '%s', '%s')",
              SqlText.literal(column.name()),
              i,
              TypeNames.dotNet(column.type()),
              TypeNames.kql(column.type())));
    }
    SelectList items = new SelectList(translation);
    items.add("ColumnName", SqlValue.of(KqlType.STRING, "a"));
    items.add("ColumnOrdinal", SqlValue.of(KqlType.LONG, "b"));
    items.add("DataType", SqlValue.of(KqlType.STRING, "c"));
    items.add("ColumnType", SqlValue.of(KqlType.STRING, "d"));
    return items.from("(VALUES " + String.join(", ", rows) + ") AS schema_rows(a, b, c, d)");
  }
}

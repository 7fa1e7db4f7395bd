package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.util.List;

/** Cuts tables to a stretch of time by their Timestamp column, where they have one. */
record TimeCut(TimeRange range) {

  String select(HuntingTable table, String id) {
    String all = "SELECT * FROM " + id;
    List<HuntingColumn> columns = table.columns();
    int timestamp = columns.indexOf(new HuntingColumn("Timestamp", KqlType.DATETIME));
    return timestamp < 0
        ? all
        : all
            + " WHERE c"
            + timestamp
            + " BETWEEN "
            + LiteralTranslator.moment(range.from())
            + " AND "
            + LiteralTranslator.moment(range.to());
  }
}

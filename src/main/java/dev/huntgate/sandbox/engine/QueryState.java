package dev.huntgate.sandbox.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is counted and gathered over the whole of one query while it is translated. */
final class QueryState {

  /** Each operator wraps the SQL of the one before, and DuckDB reads what is nested recursively. */
  private static final int MOST_OPERATORS = 200;

  private static final int MOST_CALLS = 500;

  final Instant now;
  final HuntStore store;
  private final List<String> shared = new ArrayList<>();
  private int ids;
  private int operators;
  private int calls;
  private int sharedLength;

  QueryState(Instant now, HuntStore store) {
    this.now = now;
    this.store = store;
  }

  String id() {
    return "k" + ids++;
  }

  void countOperator() {
    if (++operators > MOST_OPERATORS) {
      throw Rejections.semantic("The query has more than " + MOST_OPERATORS + " operators.");
    }
  }

  /** Counts a call of the query's own functions, which may call each other twice and so double. */
  void countCall(String name) {
    if (++calls > MOST_CALLS) {
      throw Rejections.semantic("'" + name + "' and other functions are called too often.");
    }
  }

  /** Keeps a table that is read by name, and returns its name in SQL. */
  String share(Relation relation) {
    String id = "s" + shared.size();
    sharedLength += relation.sql().length();
    if (sharedLength > OperatorTranslator.LONGEST_SQL) {
      throw Rejections.semantic("The query is too complex.");
    }
    shared.add(id + " AS (" + relation.sql() + ")");
    return id;
  }

  /** Puts the tables that are read by name in front of the SQL that reads them. */
  Relation withShared(Relation relation) {
    return shared.isEmpty()
        ? relation
        : relation.with("WITH " + String.join(", ", shared) + " " + relation.sql());
  }
}

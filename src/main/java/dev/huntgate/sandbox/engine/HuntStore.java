package dev.huntgate.sandbox.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a query being translated may ask of the database that will run it. */
interface HuntStore {

  /** Finds a table by its exact name. */
  Optional<HuntingTable> find(String name);

  /** Returns the names of all tables. */
  Collection<String> names();

  /** Returns a SELECT of all columns of a table, named c0, c1 and so on. */
  String select(HuntingTable table);

  /**
   * Runs SQL whose answer decides which columns the query has.
   *
   * @return each row's values as text
   */
  List<List<String>> look(String sql);
}

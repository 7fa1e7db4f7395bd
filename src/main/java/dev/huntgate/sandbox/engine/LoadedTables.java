package dev.huntgate.sandbox.engine;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;

/**
 * The tables in DuckDB, each brought there when it is first hunted in. Tables are loaded
 * independently of each other; who needs one that is being loaded waits for it.
 */
final class LoadedTables {

  private final DuckDBConnection database;
  private final Map<String, Place> places = new HashMap<>();
  private final SortedSet<String> names = new TreeSet<>();

  LoadedTables(DuckDBConnection database, List<HuntingTable> tables) {
    this.database = database;
    for (HuntingTable table : tables) {
      Place place = new Place(table, "t" + places.size());
      places.put(table.name(), place);
      table.alsoKnownAs().table().forEach(name -> places.put(name, place));
      names.add(table.name());
    }
  }

  Optional<HuntingTable> find(String name) {
    return Optional.ofNullable(places.get(name)).map(place -> place.table);
  }

  Collection<String> names() {
    return Collections.unmodifiableCollection(names);
  }

  /** The SQL name of a table, whether it is loaded yet or not. */
  String id(HuntingTable table) {
    return place(table).id;
  }

  /** Returns when the table holds all of its rows. */
  void load(HuntingTable table) {
    place(table).load();
  }

  private Place place(HuntingTable table) {
    Place place = places.get(table.name());
    if (place == null) {
      throw new IllegalArgumentException("No table " + table.name());
    }
    return place;
  }

  private final class Place {

    private final HuntingTable table;
    private final String id;
    private boolean loaded;

    private Place(HuntingTable table, String id) {
      this.table = table;
      this.id = id;
    }

    private synchronized void load() {
      if (loaded) {
        return;
      }
      try (DuckDBConnection connection = database.duplicate().unwrap(DuckDBConnection.class)) {
        new TableLoader(connection, table, id).load();
        loaded = true;
      } catch (SQLException e) {
        throw new IllegalStateException("Table " + table.name() + " cannot be loaded", e);
      }
    }
  }
}

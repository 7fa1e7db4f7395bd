package dev.huntgate.upstream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the column of each member of a row by its name; not thread-safe.
 *
 * <p>Rows have the same members in the same order, mostly, so the order of the row before is tried
 * first. A name that stands for several columns fills them one after the other.
 */
final class FieldPlaces {

  /** The place of a member that belongs to no column. */
  static final int NONE = -1;

  private static final int SPARE = 64;

  private final Map<String, List<Integer>> places = new HashMap<>();
  private final int[] filledIn;
  private final String[] names;
  private final int[] found;
  private int known;
  private int position;
  private int row = 1;

  FieldPlaces(List<String> columns) {
    for (int place = 0; place < columns.size(); place++) {
      places.computeIfAbsent(columns.get(place), name -> new ArrayList<>(1)).add(place);
    }
    this.filledIn = new int[columns.size()];
    this.names = new String[2 * columns.size() + SPARE];
    this.found = new int[names.length];
  }

  /** The place for the row's next member, or {@link #NONE}. */
  int next(String name) {
    if (position < known && names[position].equals(name)) {
      return fill(found[position++]);
    }
    int place = lookUp(name);
    if (position < names.length) {
      names[position] = name;
      found[position++] = place;
      known = position;
    }
    return fill(place);
  }

  void endRow() {
    row++;
    position = 0;
  }

  /** Whether a member tells about another one, and is none of upstream's data. */
  static boolean isAnnotation(String name) {
    return name.contains("@odata.");
  }

  private int lookUp(String name) {
    if (isAnnotation(name)) {
      return NONE;
    }
    for (int place : places.getOrDefault(name, List.of())) {
      if (filledIn[place] != row) {
        return place;
      }
    }
    return NONE;
  }

  private int fill(int place) {
    if (place != NONE) {
      filledIn[place] = row;
    }
    return place;
  }
}

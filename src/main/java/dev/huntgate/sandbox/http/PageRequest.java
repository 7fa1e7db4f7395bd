package dev.huntgate.sandbox.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;

/** The slice of a list that a caller asks for with {@code $top} and {@code $skip}. */
record PageRequest(int top, int skip) {

  /**
   * Reads a slice, refusing every query option that is not among the known ones.
   *
   * @param cap both the page size when none is asked for and the largest that may be
   */
  static PageRequest of(MultivaluedMap<String, String> query, int cap, Set<String> known) {
    for (String option : query.keySet()) {
      if (option.startsWith("$") && !known.contains(option)) {
        throw new Refusal(
            Refusal.Reason.BAD_QUERY, "The query option '" + option + "' is not supported.");
      }
    }
    int top = number(query, "$top", cap);
    if (top > cap) {
      throw new Refusal(
          Refusal.Reason.TOP_TOO_LARGE,
          "The query specified in the URI is not valid. The limit of '"
              + cap
              + "' for Top query has been exceeded. The value from the incoming request is '"
              + top
              + "'.");
    }
    return new PageRequest(top, number(query, "$skip", 0));
  }

  <T> List<T> of(List<T> all) {
    int from = Math.min(skip, all.size());
    return all.subList(from, Math.min(all.size(), from + top));
  }

  boolean hasMore(List<?> all) {
    return top > 0 && (long) skip + top < all.size();
  }

  private static int number(MultivaluedMap<String, String> query, String option, int ifMissing) {
    String text = query.getFirst(option);
    if (text == null) {
      return ifMissing;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, like a negative number.
    }
    throw new Refusal(
        Refusal.Reason.BAD_QUERY,
        "Invalid value '" + text + "' for " + option + " query option found.");
  }
}

package dev.huntgate.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Short texts that tell the filters and orders of rows apart. */
final class Fingerprints {

  private static final int BYTES = 12;

  private Fingerprints() {}

  static String ofFilter(String before, Result result, List<Condition> conditions) {
    StringBuilder text = new StringBuilder(before).append("|filter");
    for (Condition condition : conditions) {
      text.append('|').append(place(result, Filtering.ARGUMENT, condition.column()));
      text.append(condition.operator()).append(condition.ignoreCase());
      for (Object value : condition.values()) {
        String scalar = String.valueOf(value);
        text.append('|').append(value instanceof CharSequence ? 's' : 'n');
        text.append(scalar.length()).append(':').append(scalar);
      }
    }
    return hash(text.toString());
  }

  static String ofOrders(String before, Result result, List<Order> orders) {
    StringBuilder text = new StringBuilder(before).append("|order");
    for (Order order : orders) {
      text.append('|').append(place(result, Sorting.ARGUMENT, order.column()));
      text.append(order.descending()).append(order.nulls());
    }
    return hash(text.toString());
  }

  private static int place(Result result, String argument, String column) {
    return ColumnFinder.find(result.columns(), argument, column);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package dev.huntgate.export;

import java.util.List;
import java.util.Locale;

/** What a client says of how it takes the bytes of an answer. */
final class Encodings {

  private static final String GZIP = "gzip";

  private Encodings() {}

  /**
   * Whether a client takes gzip, as RFC 9110 reads it.
   *
   * @param fields the values of {@code Accept-Encoding}
   */
  static boolean acceptGzip(List<String> fields) {
    double gzip = -1;
    double any = -1;
    for (String field : fields) {
      for (String choice : field.split(",", -1)) {
        String[] parts = choice.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
        if (parts[0].equals(GZIP) || parts[0].equals("x-gzip")) {
          gzip = Math.max(gzip, quality(parts));
        } else if (parts[0].equals("*")) {
          any = quality(parts);
        }
      }
    }
    return gzip >= 0 ? gzip > 0 : any > 0;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith("q=")) {
        try {
          return Double.parseDouble(parts[i].substring(2));
        } catch (NumberFormatException malformed) {
          return 0;
        }
      }
    }
    return 1;
  }
}

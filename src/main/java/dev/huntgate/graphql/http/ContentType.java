package dev.huntgate.graphql.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the type of a request's body. */
final class ContentType {

  private ContentType() {}

  /**
   * Whether it is JSON in UTF-8, which is its default.
   *
   * <p>A client may say it twice, as GraphiQL does; then both have to be JSON.
   */
  static boolean isJson(@Nullable String header) {
    if (header == null) {
      return false;
    }
    for (String said : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (!isOneJson(said)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOneJson(String said) {
    String[] parts = said.split(";", -1);
    if (!parts[0].trim().equals("application/json")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replace("\"", "").trim();
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }
}

package dev.huntgate.graphql.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two media types in which GraphQL over HTTP answers. */
enum MediaType {
  /** What every client knows: the status is 200 whatever became of the request's fields. */
  JSON("application/json"),
  /** The specification's own, with statuses that tell a request without data. */
  GRAPHQL_RESPONSE("application/graphql-response+json");

  private final String text;
  private final CharSequence header;

  MediaType(String text) {
    this.text = text;
    this.header = HttpHeaders.createOptimized(text + "; charset=utf-8");
  }

  CharSequence header() {
    return header;
  }

  /**
   * The one to answer with.
   *
   * @param accepted what the client accepts, the best first
   * @return null when it accepts neither
   */
  static @Nullable MediaType of(List<MIMEHeader> accepted) {
    if (accepted.isEmpty()) {
      return JSON;
    }
    for (MIMEHeader range : accepted) {
      if (range.weight() > 0 && isUtf8(range)) {
        String value = (range.component() + "/" + range.subComponent()).toLowerCase(Locale.ROOT);
        if (value.equals(GRAPHQL_RESPONSE.text)) {
          return GRAPHQL_RESPONSE;
        }
        if (value.equals(JSON.text) || value.equals("application/*") || value.equals("*/*")) {
          return JSON;
        }
      }
    }
    return null;
  }

  private static boolean isUtf8(MIMEHeader range) {
    String charset = range.parameter("charset");
    return charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8");
  }
}

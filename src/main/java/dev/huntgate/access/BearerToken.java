package dev.huntgate.access;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The token that a request brings in its header. */
final class BearerToken {

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /** The token; null when there is none. */
  static @Nullable String of(RoutingContext exchange) {
    String header = exchange.request().getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length())
        : null;
  }
}

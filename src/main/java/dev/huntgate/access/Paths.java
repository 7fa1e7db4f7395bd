package dev.huntgate.access;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The paths for which something else holds than that a caller needs a token. */
final class Paths {

  private static final String SANDBOX = "/sandbox/";
  private static final String FILES = "/hunts";
  private static final String TICKET = "ticket";
  private static final String METRICS = "/q/metrics";
  /* A static page, which sends its requests to /graphql; and what platforms ask all the time. */
  private static final List<String> OPEN = List.of(SANDBOX, "/q/graphql-ui", "/q/health");

  private Paths() {}

  /** The sandbox, which is another server's imitation and has tokens of its own. */
  static boolean isSandbox(RoutingContext exchange) {
    return exchange.normalizedPath().startsWith(SANDBOX);
  }

  /** What everybody may see, and what is asked for with a ticket, which is checked there. */
  static boolean isOpen(RoutingContext exchange) {
    String path = exchange.normalizedPath();
    return OPEN.stream().anyMatch(open -> isUnder(path, open))
        || (isFile(exchange) && hasTicket(exchange));
  }

  /** The files of results, which refuse in a form of their own. */
  static boolean isFile(RoutingContext exchange) {
    return isUnder(exchange.normalizedPath(), FILES);
  }

  /** The metrics of all tenants. */
  static boolean isForAdministrators(RoutingContext exchange) {
    return isUnder(exchange.normalizedPath(), METRICS);
  }

  private static boolean hasTicket(RoutingContext exchange) {
    try {
      return exchange.queryParams().contains(TICKET);
    } catch (RuntimeException malformed) {
      return false;
    }
  }

  private static boolean isUnder(String path, String top) {
    return path.equals(top) || path.startsWith(top.endsWith("/") ? top : top + "/");
  }
}

package dev.huntgate.wiring;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every HTTP response forbids browsers: nothing here is a page for other sites to show, and
 * nothing but GraphiQL, which says so itself, runs scripts.
 *
 * <p>One filter, since each header of Quarkus' own configuration is a route of its own, which every
 * request passes.
 */
@Singleton
final class SecurityHeaders {

  /* Before everything that could answer. */
  private static final int PRIORITY = 1_100;

  private static final CharSequence OPTIONS = name("X-Content-Type-Options");
  private static final CharSequence NOSNIFF = name("nosniff");
  private static final CharSequence FRAMES = name("X-Frame-Options");
  private static final CharSequence DENY = name("DENY");
  private static final CharSequence REFERRER = name("Referrer-Policy");
  private static final CharSequence NO_REFERRER = name("no-referrer");
  private static final CharSequence POLICY = name("Content-Security-Policy");
  private static final CharSequence NO_PAGE = name("default-src 'none'; frame-ancestors 'none'");

  private static final List<String> DATA =
      List.of("/graphql", "/hunts/", "/q/health", "/q/metrics");

  void register(@Observes Filters filters) {
    filters.register(SecurityHeaders::filter, PRIORITY);
  }

  private static void filter(RoutingContext exchange) {
    MultiMap headers = exchange.response().headers();
    headers.set(OPTIONS, NOSNIFF);
    headers.set(FRAMES, DENY);
    headers.set(REFERRER, NO_REFERRER);
    if (isData(exchange.request().path())) {
      headers.set(POLICY, NO_PAGE);
    }
    exchange.next();
  }

  private static boolean isData(@Nullable String path) {
    if (path != null) {
      for (String data : DATA) {
        if (path.startsWith(data)) {
          return true;
        }
      }
    }
    return false;
  }

  private static CharSequence name(String text) {
    return HttpHeaders.createOptimized(text);
  }
}

package dev.huntgate.wiring;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Callers;
import dev.huntgate.access.Tenant;
import dev.huntgate.budget.RateLimitFields;
import dev.huntgate.budget.RecentStandings;
import dev.huntgate.budget.Standing;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells on every HTTP response to a known caller how the budget of their tenant stands, as it is
 * when the response begins.
 *
 * <p>The sandbox is left out: it is another server's imitation.
 */
@Singleton
final class RateLimitFilter {

  /* Before everything that could answer. */
  private static final int PRIORITY = 1_000;
  private static final String SANDBOX = "/sandbox/";
  private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
  private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");

  private record Rendered(List<Standing> from, RateLimitFields fields) {}

  private final RecentStandings standings;
  private final Callers callers;
  private final Clock clock;
  private final Map<Tenant, Rendered> rendered = new ConcurrentHashMap<>();

  RateLimitFilter(RecentStandings standings, Callers callers, Clock clock) {
    this.callers = callers;
    this.standings = standings;
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, PRIORITY);
  }

  private void filter(RoutingContext exchange) {
    String path = exchange.request().path();
    if (path == null || !path.startsWith(SANDBOX)) {
      exchange.addHeadersEndHandler(end -> put(exchange));
    }
    exchange.next();
  }

  private void put(RoutingContext exchange) {
    Caller caller = callers.ifKnown(exchange);
    if (caller == null) {
      return;
    }
    MultiMap headers = exchange.response().headers();
    RateLimitFields fields = fields(caller.tenant());
    if (!fields.policy().isEmpty()) {
      headers.set(POLICY, fields.policy());
      headers.set(LIMIT, fields.limit());
    }
  }

  /** Rendered once for as long as the standings are the same object. */
  private RateLimitFields fields(Tenant tenant) {
    List<Standing> now = standings.of(tenant);
    Rendered last = rendered.get(tenant);
    if (last == null || last.from() != now) {
      last = new Rendered(now, RateLimitFields.of(now, clock.instant()));
      rendered.put(tenant, last);
    }
    return last.fields();
  }
}

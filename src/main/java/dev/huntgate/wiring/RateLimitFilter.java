package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.RateLimitFields;
import dev.huntgate.budget.RecentStandings;
import dev.huntgate.budget.Standing;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Tells on every HTTP response how the budget stands, as it is when the response begins.
 *
 * <p>The sandbox is left out: it is another server's imitation.
 */
@Singleton
final class RateLimitFilter {

  /* Before everything that could answer. */
  private static final int PRIORITY = 1_000;
  private static final String SANDBOX = "/sandbox/";

  private record Rendered(List<Standing> from, RateLimitFields fields) {}

  private final RecentStandings standings;
  private final Clock clock;
  private volatile Rendered rendered =
      new Rendered(List.of(), RateLimitFields.of(List.of(), Instant.EPOCH));

  RateLimitFilter(RecentStandings standings, Clock clock) {
    this.standings = standings;
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, PRIORITY);
  }

  private void filter(RoutingContext exchange) {
    String path = exchange.request().path();
    if (path == null || !path.startsWith(SANDBOX)) {
      exchange.addHeadersEndHandler(end -> put(exchange.response().headers()));
    }
    exchange.next();
  }

  private void put(MultiMap headers) {
    RateLimitFields fields = fields();
    if (!fields.policy().isEmpty()) {
      headers.set("RateLimit-Policy", fields.policy());
      headers.set("RateLimit", fields.limit());
    }
  }

  /** Rendered once for as long as the standings are the same object. */
  private RateLimitFields fields() {
    List<Standing> now = standings.of(Tenant.DEFAULT);
    Rendered last = rendered;
    if (last.from() != now) {
      last = new Rendered(now, RateLimitFields.of(now, clock.instant()));
      rendered = last;
    }
    return last.fields();
  }
}

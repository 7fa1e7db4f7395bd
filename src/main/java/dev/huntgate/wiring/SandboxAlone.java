package dev.huntgate.wiring;

import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.sandbox.SandboxMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Where the sandbox runs alone, answers everything else with 404 and says where the sandbox is, so
 * that nobody takes the process for a gateway.
 */
@Singleton
final class SandboxAlone {

  /** Before everything that could answer. */
  private static final int PRIORITY = 1_000;

  private static final String HELP =
      "{\"error\":\"Only the sandbox runs here (HUNTGATE_SANDBOX=only), so there is no GraphQL. Its"
          + " addresses: /sandbox/graph/v1.0, /sandbox/defender/api,"
          + " /sandbox/login/{tenant}/oauth2/v2.0/token, /sandbox/control. For Huntgate in another"
          + " process on this machine, set HUNTGATE_TENANTS_DEFAULT_BASE_URL and"
          + " HUNTGATE_TENANTS_DEFAULT_LOGIN_URL to them.\"}";

  private final boolean alone;

  SandboxAlone(SandboxConfig config) {
    this.alone = config.mode() == SandboxMode.ONLY;
  }

  void register(@Observes Filters filters) {
    if (alone) {
      filters.register(SandboxAlone::filter, PRIORITY);
    }
  }

  private static void filter(RoutingContext exchange) {
    String path = exchange.normalizedPath();
    if (path.startsWith("/sandbox/")
        || path.startsWith("/q/health")
        || path.startsWith("/q/metrics")) {
      exchange.next();
    } else {
      exchange
          .response()
          .setStatusCode(404)
          .putHeader("Content-Type", "application/json")
          .end(HELP);
    }
  }
}

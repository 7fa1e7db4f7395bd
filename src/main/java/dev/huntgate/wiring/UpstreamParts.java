package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.sandbox.SandboxMode;
import dev.huntgate.upstream.Connections;
import dev.huntgate.upstream.LimitsConfig;
import dev.huntgate.upstream.TenantsConfig;
import dev.huntgate.upstream.Upstream;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Where each tenant's upstream is: as configured, or the sandbox. */
final class UpstreamParts {

  @Produces
  @Singleton
  UpstreamSources upstream(
      TenantsConfig tenants,
      LimitsConfig limits,
      SandboxConfig sandbox,
      HttpServer server,
      OidcClients clients,
      Clock clock) {
    if (sandbox.mode() != SandboxMode.FALSE) {
      return new UpstreamSources(
          tenant ->
              Optional.of(tenant)
                  .filter(Tenant.DEFAULT::equals)
                  .map(
                      known ->
                          SandboxParts.connection(
                              server.getLocalBaseUri(),
                              tenants.upstream(),
                              Connections.limits(limits)))
                  .map(connection -> new Upstream(connection, clients, clock)));
    }
    // Not before a tenant is asked for: what is wrong with the settings is for the start to say.
    return new UpstreamSources(
        tenant ->
            Connections.of(tenants, limits).stream()
                .filter(connection -> connection.tenant().equals(tenant))
                .findFirst()
                .map(connection -> new Upstream(connection, clients, clock)));
  }
}

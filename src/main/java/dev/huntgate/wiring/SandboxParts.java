package dev.huntgate.wiring;

import dev.huntgate.access.Tenant;
import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.sandbox.company.Company;
import dev.huntgate.sandbox.engine.DuckDbHuntingEngine;
import dev.huntgate.sandbox.engine.HuntLimits;
import dev.huntgate.sandbox.engine.HuntingEngine;
import dev.huntgate.sandbox.http.ClientProof;
import dev.huntgate.upstream.Cloud;
import dev.huntgate.upstream.Connection;
import dev.huntgate.upstream.Connection.Limits;
import dev.huntgate.upstream.Credentials.ClientSecret;
import dev.huntgate.upstream.UpstreamFamily;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;

/** The sandbox's engine, and the connection by which Huntgate reaches the sandbox over HTTP. */
final class SandboxParts {

  private static final String DIRECTORY = "sandbox";

  @Produces
  @Singleton
  @DefaultBean
  HuntingEngine engine(Company company, SandboxConfig config, Clock clock) {
    HuntLimits limits =
        HuntLimits.beside(Runtime.getRuntime().availableProcessors())
            .timeOut(config.huntTimeout().orElse(config.limits().huntTimeout()))
            .memory(config.memory())
            .resultBytes(config.resultBytes());
    return new DuckDbHuntingEngine(company.huntingTables(), clock, limits);
  }

  void close(@Disposes HuntingEngine engine) {
    if (engine instanceof DuckDbHuntingEngine duckDb) {
      duckDb.close();
    }
  }

  /**
   * The connection to the sandbox in this process, as if it were anywhere else.
   *
   * @param self the address at which this process listens
   */
  static Connection connection(URI self, UpstreamFamily family, Limits limits) {
    String base = self.toString().replaceAll("/+$", "") + "/sandbox";
    URI api = URI.create(base + (family == UpstreamFamily.GRAPH ? "/graph/v1.0" : "/defender"));
    return new Connection(
        Tenant.DEFAULT,
        family,
        DIRECTORY,
        ClientProof.CLIENT_ID,
        new ClientSecret(ClientProof.CLIENT_SECRET),
        api,
        URI.create(base + "/login/" + DIRECTORY + "/oauth2/v2.0/token"),
        Cloud.GLOBAL.scope(family),
        Cloud.GLOBAL.portalUrl(),
        limits);
  }
}

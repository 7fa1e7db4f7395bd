package dev.huntgate.wiring;

import dev.huntgate.access.AuthConfig;
import dev.huntgate.access.AuthMode;
import dev.huntgate.access.OidcSettings;
import dev.huntgate.audit.AuditConfig;
import dev.huntgate.sandbox.SandboxConfig;
import dev.huntgate.sandbox.SandboxMode;
import dev.huntgate.sandbox.engine.HuntingEngine;
import dev.huntgate.upstream.Connection;
import dev.huntgate.upstream.Connections;
import dev.huntgate.upstream.LimitsConfig;
import dev.huntgate.upstream.TenantsConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Refuses to start with settings that could not work or would not be safe, and says what to set.
 */
@Singleton
final class StartupCheck {

  private static final Logger LOG = Logger.getLogger(StartupCheck.class);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private final TenantsConfig tenants;
  private final LimitsConfig limits;
  private final SandboxConfig sandbox;
  private final AuthConfig auth;
  private final AuditConfig audit;
  private final VertxHttpConfig http;
  private final Instance<HuntingEngine> sandboxEngine;

  StartupCheck(
      TenantsConfig tenants,
      LimitsConfig limits,
      SandboxConfig sandbox,
      AuthConfig auth,
      AuditConfig audit,
      VertxHttpConfig http,
      Instance<HuntingEngine> sandboxEngine) {
    this.tenants = tenants;
    this.limits = limits;
    this.sandbox = sandbox;
    this.auth = auth;
    this.audit = audit;
    this.http = http;
    this.sandboxEngine = sandboxEngine;
  }

  void check(@Observes StartupEvent start) {
    List<String> unknown = KnownSettings.unknown(System.getenv().keySet());
    if (!unknown.isEmpty()) {
      refuse(
          "These variables are not settings of Huntgate: "
              + String.join(", ", unknown)
              + ". Check their spelling, or remove them.");
    }
    boolean withSandbox = sandbox.mode() != SandboxMode.FALSE;
    if (withSandbox && sandboxEngine.isUnsatisfied()) {
      refuse(
          "The native executable has no sandbox. Remove HUNTGATE_SANDBOX and set the"
              + " HUNTGATE_TENANTS_… settings, or run the jar, which has one.");
    }
    if (withSandbox && !tenants.tenants().isEmpty()) {
      refuse(
          "The sandbox does not run beside a real tenant. Remove HUNTGATE_SANDBOX, or the"
              + " HUNTGATE_TENANTS_… settings.");
    }
    if (!withSandbox && tenants.tenants().isEmpty()) {
      refuse(
          "There is neither a tenant nor the sandbox to serve. To try Huntgate, set"
              + " HUNTGATE_SANDBOX=true. For a real tenant, set HUNTGATE_TENANTS_DEFAULT_TENANT_ID,"
              + " HUNTGATE_TENANTS_DEFAULT_CLIENT_ID and one of"
              + " HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET,"
              + " HUNTGATE_TENANTS_DEFAULT_CERTIFICATE_FILE and"
              + " HUNTGATE_TENANTS_DEFAULT_FEDERATED_TOKEN_FILE.");
    }
    checkAudit();
    checkAuthentication(withSandbox);
    if (!withSandbox) {
      checkTenants();
    }
  }

  private void checkAuthentication(boolean withSandbox) {
    String problem = OidcSettings.problem(auth);
    if (problem != null) {
      refuse(problem);
    }
    if (withSandbox || AuthMode.of(auth) == AuthMode.OIDC) {
      return;
    }
    if (auth.mode().isEmpty() && !LaunchMode.current().isDevOrTest()) {
      refuse(
          "It is not said who may ask. Set HUNTGATE_AUTH=oidc, with HUNTGATE_AUTH_ISSUER and"
              + " HUNTGATE_AUTH_AUDIENCE, to let in callers with a token of yours; or"
              + " HUNTGATE_AUTH=none to let in everybody who reaches 127.0.0.1.");
    }
    if (!LOOPBACK.contains(http.host())) {
      refuse(
          "Without tokens (HUNTGATE_AUTH=none) a real tenant is served on 127.0.0.1 only;"
              + " QUARKUS_HTTP_HOST asks for "
              + http.host()
              + ". Remove that setting, and put an authenticating proxy beside Huntgate, or set"
              + " HUNTGATE_AUTH=oidc.");
    }
  }

  /* The log's own set-up has opened the file by now, or gone on without it. */
  private void checkAudit() {
    String file = audit.file().filter(name -> !name.isBlank()).orElse(null);
    if (file != null && !Files.isWritable(Path.of(file))) {
      refuse(
          "The audit cannot be written to "
              + file
              + ". Set HUNTGATE_AUDIT_FILE to a file that Huntgate may write, or remove it to have"
              + " the audit in the log.");
    }
  }

  private void checkTenants() {
    try {
      for (Connection connection : Connections.of(tenants, limits)) {
        if (Connections.isExposed(connection)) {
          LOG.warnf(
              "Tenant %s is reached by plain HTTP, as its PLAIN_HTTP setting allows: whoever is on"
                  + " the way can read its tokens and data",
              connection.tenant());
        }
      }
    } catch (IllegalArgumentException wrong) {
      refuse(String.valueOf(wrong.getMessage()));
    }
  }

  private static void refuse(String why) {
    throw new ConfigurationException("Huntgate does not start. " + why);
  }
}

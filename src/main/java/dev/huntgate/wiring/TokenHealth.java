package dev.huntgate.wiring;

import dev.huntgate.upstream.TokenState;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells at readiness for how many tenants upstream's tokens are held, or could not be had; asks
 * nobody, and names no tenant. Without one, what is kept is still served, so it is up all the same.
 */
@Readiness
@Singleton
final class TokenHealth implements HealthCheck {

  private final UpstreamSources upstream;

  TokenHealth(UpstreamSources upstream) {
    this.upstream = upstream;
  }

  @Override
  public HealthCheckResponse call() {
    Map<TokenState, Long> tokens = upstream.tokens();
    HealthCheckResponseBuilder said = HealthCheckResponse.named("Upstream tokens").up();
    said.withData("held", tokens.getOrDefault(TokenState.HELD, 0L));
    said.withData("failed", tokens.getOrDefault(TokenState.FAILED, 0L));
    return said.build();
  }
}

package dev.huntgate.wiring;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells at readiness whether the budget is shared; a replica that is cut off from the others still
 * serves, with less.
 */
@Readiness
@Singleton
final class SharedHealth implements HealthCheck {

  private final SharedParts shared;

  SharedHealth(SharedParts shared) {
    this.shared = shared;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Shared budget")
        .up()
        .withData("mode", shared.mode().name().toLowerCase(Locale.ROOT))
        .build();
  }
}

package dev.huntgate.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxConfigTest {

  @Test
  void isOffAndHoldsToTheTerms_whenNothingIsSet() {
    SandboxConfig config = read(Map.of());
    assertEquals(SandboxMode.FALSE, config.mode());
    assertEquals(SandboxLimits.TERMS, config.limits());
    assertEquals(Duration.ZERO, config.latency());
    assertEquals(DefenderOrder.UPDATED, config.defenderOrder());
    assertEquals(240, config.incidents());
  }

  @Test
  void readsTheValueAndTheKeysBelowIt_fromTheEnvironment() {
    SandboxConfig config =
        read(
            Map.of(
                "HUNTGATE_SANDBOX", "only",
                "HUNTGATE_SANDBOX_LIMITS", "current",
                "HUNTGATE_SANDBOX_LATENCY", "PT0.1S",
                "HUNTGATE_SANDBOX_DEFENDER_ORDER", "created",
                "HUNTGATE_SANDBOX_SEED", "5",
                "HUNTGATE_SANDBOX_INCIDENTS", "7"));
    assertEquals(SandboxMode.ONLY, config.mode());
    assertEquals(SandboxLimits.CURRENT, config.limits());
    assertEquals(Duration.ofMillis(100), config.latency());
    assertEquals(DefenderOrder.CREATED, config.defenderOrder());
    assertEquals(5, config.seed());
    assertEquals(7, config.incidents());
  }

  @Test
  void refuses_whenAValueIsUnknown() {
    assertThrows(RuntimeException.class, () -> read(Map.of("HUNTGATE_SANDBOX", "maybe")));
  }

  private static SandboxConfig read(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new EnvConfigSource(environment, 300))
        .withMapping(SandboxConfig.class)
        .build()
        .getConfigMapping(SandboxConfig.class);
  }
}

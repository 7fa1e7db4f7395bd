package dev.huntgate.sandbox;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
    assertEquals(100_000, config.rows());
    assertEquals(SandboxAlignment.SLIDING, config.alignment());
    assertEquals(Duration.ofSeconds(150), config.cpu());
    assertEquals(Duration.ZERO, config.huntLatency());
    assertEquals(Optional.empty(), config.huntTimeout());
    assertEquals(50L << 20, config.resultBytes());
    assertEquals(2L << 30, config.memory());
  }

  @Test
  void readsTheValueAndTheKeysBelowIt_fromTheEnvironment() {
    SandboxConfig config =
        read(
            Map.ofEntries(
                entry("HUNTGATE_SANDBOX", "only"),
                entry("HUNTGATE_SANDBOX_LIMITS", "current"),
                entry("HUNTGATE_SANDBOX_ALIGNMENT", "cpu"),
                entry("HUNTGATE_SANDBOX_CPU", "PT1M"),
                entry("HUNTGATE_SANDBOX_LATENCY", "PT0.1S"),
                entry("HUNTGATE_SANDBOX_HUNT_LATENCY", "PT5S"),
                entry("HUNTGATE_SANDBOX_HUNT_TIMEOUT", "PT20S"),
                entry("HUNTGATE_SANDBOX_RESULT_BYTES", "1000000"),
                entry("HUNTGATE_SANDBOX_MEMORY", "500000000"),
                entry("HUNTGATE_SANDBOX_ROWS", "1000000"),
                entry("HUNTGATE_SANDBOX_DEFENDER_ORDER", "created"),
                entry("HUNTGATE_SANDBOX_SEED", "5"),
                entry("HUNTGATE_SANDBOX_INCIDENTS", "7")));
    assertEquals(SandboxMode.ONLY, config.mode());
    assertEquals(SandboxLimits.CURRENT, config.limits());
    assertEquals(Duration.ofMillis(100), config.latency());
    assertEquals(DefenderOrder.CREATED, config.defenderOrder());
    assertEquals(5, config.seed());
    assertEquals(7, config.incidents());
    assertEquals(SandboxAlignment.CPU, config.alignment());
    assertEquals(Duration.ofMinutes(1), config.cpu());
    assertEquals(Duration.ofSeconds(5), config.huntLatency());
    assertEquals(Optional.of(Duration.ofSeconds(20)), config.huntTimeout());
    assertEquals(1_000_000, config.resultBytes());
    assertEquals(500_000_000, config.memory());
    assertEquals(1_000_000, config.rows());
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

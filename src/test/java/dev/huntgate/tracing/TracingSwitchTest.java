package dev.huntgate.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingSwitchTest {

  private static final String TRACES = "quarkus.otel.exporter.otlp.traces.endpoint";

  @Test
  void isOff_whenNobodySaysWhereTo() {
    assertEquals("true", config(Map.of()).getRawValue(TracingSwitch.DISABLED));
  }

  @Test
  void isOff_whenOnlyTheDefaultSaysWhereTo() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new TracingSwitch())
            .withDefaultValue(TRACES, "http://localhost:4317")
            .build();
    assertEquals("true", config.getRawValue(TracingSwitch.DISABLED));
  }

  @Test
  void isOn_withTheVariableThatIsUsedEverywhere() {
    SmallRyeConfig config = config(Map.of("otel.exporter.otlp.endpoint", "http://collector:4317"));
    assertEquals("false", config.getRawValue(TracingSwitch.DISABLED));
    assertEquals("http://collector:4317", config.getRawValue(TRACES));
  }

  @Test
  void isOn_withASettingOfQuarkus() {
    SmallRyeConfig config =
        config(Map.of("quarkus.otel.exporter.otlp.endpoint", "http://collector:4317"));
    assertEquals("false", config.getRawValue(TracingSwitch.DISABLED));
    assertEquals("http://collector:4317", config.getRawValue(TRACES));
  }

  @Test
  void staysOff_whenThatIsSaid() {
    SmallRyeConfig config =
        config(
            Map.of("otel.exporter.otlp.endpoint", "http://c:4317", TracingSwitch.DISABLED, "true"));
    assertEquals("true", config.getRawValue(TracingSwitch.DISABLED));
  }

  private static SmallRyeConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withSources(new TracingSwitch())
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }
}

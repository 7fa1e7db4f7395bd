package dev.huntgate.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Weak settings by which spans are made only where it is said where to send them: by {@code
 * OTEL_EXPORTER_OTLP_ENDPOINT}, as everywhere, or by Quarkus' own settings.
 *
 * <p>It always gives a value, since the build records the one that it sees as a default.
 */
public final class TracingSwitch implements ConfigSourceFactory {

  /** Whether no spans are made. */
  public static final String DISABLED = "quarkus.otel.sdk.disabled";

  private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
  /* Which Quarkus does not derive from the other. */
  private static final String TRACES = "quarkus.otel.exporter.otlp.traces.endpoint";
  private static final int BELOW_EVERY_FILE = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String everywhere = value(context, "otel.exporter.otlp.endpoint");
    String own = value(context, ENDPOINT);
    String traces = value(context, TRACES);
    String general = own != null ? own : everywhere;
    String endpoint = traces != null ? traces : general;
    return List.of(
        new PropertiesConfigSource(
            endpoint == null
                ? Map.of(DISABLED, "true")
                : Map.of(DISABLED, "false", TRACES, endpoint),
            "tracing",
            BELOW_EVERY_FILE));
  }

  private static @Nullable String value(ConfigSourceContext context, String name) {
    ConfigValue value = context.getValue(name);
    // Quarkus' own default, which nobody has set, comes from below everything.
    boolean set = value != null && value.getConfigSourceOrdinal() >= 0;
    return set && value.getValue() != null && !value.getValue().isBlank() ? value.getValue() : null;
  }

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(BELOW_EVERY_FILE);
  }
}

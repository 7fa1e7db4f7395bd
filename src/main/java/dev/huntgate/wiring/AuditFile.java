package dev.huntgate.wiring;

import dev.huntgate.audit.AuditLog;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Weak settings by which the audit goes to a file of its own, and nowhere else, where one is named.
 *
 * <p>The file is begun anew each day, and earlier when it is large; none is ever deleted.
 */
public final class AuditFile implements ConfigSourceFactory {

  private static final int BELOW_EVERY_FILE = 50;
  private static final String CATEGORY = "quarkus.log.category.\"" + AuditLog.CATEGORY + "\".";
  private static final String HANDLER = "quarkus.log.handler.file.audit.";

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue file = context.getValue("huntgate.audit.file");
    if (file == null || file.getValue() == null || file.getValue().isBlank()) {
      return List.of();
    }
    return List.of(
        new PropertiesConfigSource(
            Map.of(
                HANDLER + "enabled",
                "true",
                HANDLER + "path",
                file.getValue(),
                HANDLER + "format",
                "%s%n",
                HANDLER + "encoding",
                "UTF-8",
                HANDLER + "rotation.file-suffix",
                ".yyyy-MM-dd",
                HANDLER + "rotation.max-file-size",
                "100M",
                HANDLER + "rotation.max-backup-index",
                "1000",
                HANDLER + "rotation.rotate-on-boot",
                "false",
                CATEGORY + "handlers",
                "audit",
                CATEGORY + "use-parent-handlers",
                "false"),
            "audit file",
            BELOW_EVERY_FILE));
  }

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(BELOW_EVERY_FILE);
  }
}

package dev.huntgate.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the audit tells, and where to. */
@ConfigMapping(prefix = "huntgate.audit")
public interface AuditConfig {

  /** Whether the canonical text of queries is told, and not only its hash. */
  @WithDefault("false")
  boolean text();

  /** Whether it is told when a kept result is read by its id or a cursor. */
  @WithDefault("true")
  boolean reads();

  /** The file that has the audit to itself; in the log with everything else when absent. */
  Optional<String> file();
}

package dev.huntgate.audit;

import dev.huntgate.audit.AuditEvent.Hunted;
import dev.huntgate.audit.AuditEvent.Way;
import java.time.Clock;
import org.jboss.logging.Logger;

/** The audit as lines of a log category of its own, each a JSON object. */
public final class AuditLog implements Audit {

  /** The log category, which has nothing else in it. */
  public static final String CATEGORY = "dev.huntgate.audit";

  private static final Logger LOG = Logger.getLogger(CATEGORY);

  private final boolean reads;
  private final AuditLine line;
  private final Clock clock;

  public AuditLog(AuditConfig config, Clock clock) {
    this.reads = config.reads();
    this.line = new AuditLine(config.text());
    this.clock = clock;
  }

  @Override
  public void record(AuditEvent event) {
    boolean wanted = reads || !(event instanceof Hunted hunted && hunted.way() == Way.READ);
    if (wanted && LOG.isInfoEnabled()) {
      LOG.info(line.of(event, clock.instant()));
    }
  }
}

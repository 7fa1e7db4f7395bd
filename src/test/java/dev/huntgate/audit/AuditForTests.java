package dev.huntgate.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An audit that remembers what it was told, as lines without their times. */
public final class AuditForTests implements Audit {

  private static final String TIME = "{\"time\":\"1970-01-01T00:00:00Z\",";

  private final AuditLine line = new AuditLine(false);
  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void record(AuditEvent event) {
    String text = line.of(event, Instant.EPOCH);
    lines.add("{" + text.substring(TIME.length()));
  }

  /** What it was told since it was asked the last time. */
  public synchronized List<String> lines() {
    List<String> told = List.copyOf(lines);
    lines.clear();
    return told;
  }
}

package dev.huntgate.audit;

/**
 * Where it is told who did what with a tenant's data.
 *
 * <p>Use cases tell of everything that was asked of them once, when it is over or was refused.
 */
@FunctionalInterface
public interface Audit {

  /** Tells nobody. */
  Audit NONE = event -> {};

  /** Takes an event, from any thread; never fails. */
  void record(AuditEvent event);

  /** The audit of something that begins now, to be recorded once it is over. */
  default Audit begun() {
    return this;
  }
}

package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.audit.Audit;
import dev.huntgate.audit.AuditEvent;
import dev.huntgate.audit.AuditEvent.Changed;
import dev.huntgate.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Tells the audit what became of changes of incidents: of each incident once. */
final class ChangeAudit {

  private final Audit audit;

  ChangeAudit(Audit audit) {
    this.audit = audit;
  }

  /** The same change of one incident, of which is told when it ends, however it does. */
  <T> Uni<T> making(Caller caller, String id, IncidentChange change, Uni<T> made) {
    return made.onTermination()
        .invoke(
            (item, thrown, cancelled) ->
                told(
                    caller,
                    id,
                    change,
                    cancelled
                        ? FailureCode.CANCELLED
                        : thrown == null ? null : AuditEvent.code(thrown)));
  }

  /** A change of one incident is refused. */
  void refused(Caller caller, String id, IncidentChange change, Throwable why) {
    told(caller, id, change, AuditEvent.code(why));
  }

  /** A change of several incidents is refused as a whole. */
  void refused(Caller caller, int incidents, IncidentChange change, Throwable why) {
    audit.record(new Changed(caller, null, incidents, change.fields(), AuditEvent.code(why)));
  }

  private void told(Caller caller, String id, IncidentChange change, @Nullable FailureCode why) {
    audit.record(new Changed(caller, id, 1, change.fields(), why));
  }
}

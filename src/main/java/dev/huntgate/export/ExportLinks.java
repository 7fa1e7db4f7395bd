package dev.huntgate.export;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.audit.Audit;
import dev.huntgate.audit.AuditEvent;
import dev.huntgate.audit.AuditEvent.Exported;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Makes links to a result's files that need no bearer token: each good for a minute, and once. */
@Singleton
public final class ExportLinks {

  private final Tickets tickets;
  private final Audit audit;

  ExportLinks(Tickets tickets, Audit audit) {
    this.tickets = tickets;
    this.audit = audit;
  }

  /**
   * Lets the caller pass who may have a result as a file; audited only when they may not.
   *
   * @throws FailureException {@code FORBIDDEN}
   */
  public void require(Caller caller, StoredResult result) {
    try {
      caller.require(Permission.EXPORT);
    } catch (FailureException refusal) {
      audit.record(
          new Exported(
              caller, ExportAudit.query(result), null, false, AuditEvent.code(refusal), 0));
      throw refusal;
    }
  }

  /**
   * A link to a result in a form, relative to Huntgate's address.
   *
   * <p>Fails with {@code FORBIDDEN} when the caller may not export.
   */
  public Uni<String> link(Caller caller, String resultId, ExportFormat format) {
    return Uni.createFrom()
        .deferred(
            () -> {
              caller.require(Permission.EXPORT);
              String path = format.path(resultId);
              return tickets.issue(caller, path).map(ticket -> path + "?ticket=" + ticket);
            });
  }
}

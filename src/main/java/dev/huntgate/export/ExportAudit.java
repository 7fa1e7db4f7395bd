package dev.huntgate.export;

import dev.huntgate.access.Caller;
import dev.huntgate.audit.Audit;
import dev.huntgate.audit.AuditEvent;
import dev.huntgate.audit.AuditEvent.Exported;
import dev.huntgate.audit.AuditEvent.Query;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.FailureCode;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells the audit what became of one file that a known caller asked for: once, when it is over. */
final class ExportAudit {

  private final Audit audit;
  private final Caller caller;
  private final ExportRequest request;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile @Nullable StoredResult stored;

  ExportAudit(Audit audit, Caller caller, ExportRequest request) {
    this.audit = audit;
    this.caller = caller;
    this.request = request;
  }

  Caller caller() {
    return caller;
  }

  /** The result that was found. */
  void found(StoredResult result) {
    stored = result;
  }

  /** No file was begun. */
  void refused(Throwable why) {
    ended(AuditEvent.code(why), 0);
  }

  /**
   * The file has ended.
   *
   * @param failure why it is not whole; null when it is
   * @param rows how many rows were written
   */
  void ended(@Nullable FailureCode failure, int rows) {
    if (told.compareAndSet(false, true)) {
      StoredResult result = stored;
      audit.record(
          new Exported(
              caller,
              result == null ? null : query(result),
              request.format().ending(),
              request.ticket() != null,
              failure,
              rows));
    }
  }

  static Query query(StoredResult result) {
    return new Query(result.key().kql().hash(), result.key().kql().text(), result.key().timespan());
  }
}

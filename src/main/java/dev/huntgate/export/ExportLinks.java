package dev.huntgate.export;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import jakarta.inject.Singleton;

/** Makes links to a result's files that need no bearer token: each good for a minute, and once. */
@Singleton
public final class ExportLinks {

  private final Tickets tickets;

  ExportLinks(Tickets tickets) {
    this.tickets = tickets;
  }

  /**
   * A link to a result in a form, relative to Huntgate's address.
   *
   * @throws dev.huntgate.failure.FailureException {@code FORBIDDEN} when the caller may not export
   */
  public String link(Caller caller, String resultId, ExportFormat format) {
    caller.require(Permission.EXPORT);
    String path = format.path(resultId);
    return path + "?ticket=" + tickets.issue(caller, path);
  }
}

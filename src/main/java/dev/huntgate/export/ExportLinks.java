package dev.huntgate.export;

import dev.huntgate.access.Tenant;
import jakarta.inject.Singleton;

/** Makes links to a result's files that need no bearer token: each good for a minute, and once. */
@Singleton
public final class ExportLinks {

  private final Tickets tickets;

  ExportLinks(Tickets tickets) {
    this.tickets = tickets;
  }

  /** A link to a result in a form, relative to Huntgate's address. */
  public String link(Tenant tenant, String resultId, ExportFormat format) {
    String path = format.path(resultId);
    return path + "?ticket=" + tickets.issue(tenant, path);
  }
}

package dev.huntgate.export;

import dev.huntgate.access.Tenant;
import jakarta.inject.Singleton;

/** Decides who may download what: the one place to ask for a caller's permission to export. */
@Singleton
final class ExportAccess {

  private final Tickets tickets;

  ExportAccess(Tickets tickets) {
    this.tickets = tickets;
  }

  /**
   * The tenant whose result it is that a request may have.
   *
   * <p>As long as callers have no tokens, whoever comes without a ticket is let in for the one
   * tenant there is.
   *
   * @throws dev.huntgate.failure.FailureException {@code UNAUTHENTICATED} or {@code FORBIDDEN}
   */
  Tenant check(ExportRequest request) {
    return request.ticket() == null
        ? Tenant.DEFAULT
        : tickets.check(request.ticket(), request.path());
  }

  /** Ends the ticket that a download begins on, if it is on one; of two at once, one is refused. */
  void begin(ExportRequest request) {
    if (request.ticket() != null) {
      tickets.use(request.ticket(), request.path());
    }
  }
}

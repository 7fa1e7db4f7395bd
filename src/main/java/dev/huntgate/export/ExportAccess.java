package dev.huntgate.export;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Callers;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Tells who asks for a file: by the ticket of a link, else as every other request does. */
@Singleton
final class ExportAccess {

  private final Callers callers;
  private final Tickets tickets;

  ExportAccess(Callers callers, Tickets tickets) {
    this.callers = callers;
    this.tickets = tickets;
  }

  /**
   * Who asks for a file; whether they may have it is for the use case to say.
   *
   * <p>A ticket was made for somebody who might have it, and needs no token beside it.
   *
   * <p>Fails with {@code UNAUTHENTICATED} or {@code FORBIDDEN}.
   */
  Uni<Caller> check(RoutingContext exchange, ExportRequest request) {
    return request.ticket() == null
        ? Uni.createFrom().item(() -> callers.of(exchange))
        : tickets.check(request.ticket(), request.path());
  }

  /**
   * Ends the ticket that a download begins on, if it is on one; of two at once, one is refused, as
   * with {@link #check}.
   */
  Uni<Void> begin(ExportRequest request) {
    return request.ticket() == null
        ? Uni.createFrom().voidItem()
        : tickets.use(request.ticket(), request.path()).replaceWithVoid();
  }
}

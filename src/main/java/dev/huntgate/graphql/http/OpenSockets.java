package dev.huntgate.graphql.http;

import dev.huntgate.hunting.Hunts;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The WebSockets that are open, which would keep a process that is told to stop from ending: they
 * are closed once no hunt runs whose end somebody may be waiting to hear of.
 */
@Singleton
final class OpenSockets {

  /** What tells clients to connect again, to another process. */
  private static final short GOING_AWAY = 1001;

  private static final long LOOK_MILLIS = 1_000;

  private final Set<ServerWebSocket> sockets = ConcurrentHashMap.newKeySet();
  private final Vertx vertx;
  private final Hunts hunts;

  OpenSockets(Vertx vertx, Hunts hunts) {
    this.vertx = vertx;
    this.hunts = hunts;
  }

  void add(ServerWebSocket socket) {
    sockets.add(socket);
  }

  void remove(ServerWebSocket socket) {
    sockets.remove(socket);
  }

  void leave(@Observes ShutdownDelayInitiatedEvent end) {
    // At the second quiet look, so that the end of the last hunt has been told by then.
    AtomicBoolean quiet = new AtomicBoolean(hunts.running() == 0);
    vertx.setPeriodic(
        LOOK_MILLIS,
        look -> {
          if (hunts.running() == 0 && quiet.getAndSet(true)) {
            List.copyOf(sockets).forEach(socket -> socket.close(GOING_AWAY, "Huntgate stops"));
          }
        });
  }
}

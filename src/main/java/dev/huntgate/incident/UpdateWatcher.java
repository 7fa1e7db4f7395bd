package dev.huntgate.incident;

import io.smallrye.mutiny.subscription.MultiEmitter;

/** Whoever watches a tenant's incidents change. */
record UpdateWatcher(
    IncidentFilter filter, boolean withAlerts, MultiEmitter<? super Incident> emitter) {

  void tell(Incident incident) {
    if (filter.matches(incident)) {
      emitter.emit(incident);
    }
  }
}

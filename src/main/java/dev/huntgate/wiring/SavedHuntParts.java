package dev.huntgate.wiring;

import dev.huntgate.audit.Audit;
import dev.huntgate.hunting.saved.SavedHuntRequests;
import dev.huntgate.hunting.saved.SavedHunts;
import dev.huntgate.hunting.saved.SavedHuntsConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The saved hunts, read at the start so that the log tells early what is wrong with them. */
final class SavedHuntParts {

  @Produces
  @Singleton
  SavedHunts savedHunts(SavedHuntsConfig config, Clock clock) {
    return new SavedHunts(config, System::nanoTime, clock);
  }

  @Produces
  @Singleton
  SavedHuntRequests savedHuntRequests(SavedHunts saved, Audit audit) {
    return new SavedHuntRequests(saved, audit);
  }

  /* Beside the start, which need not wait for it. */
  void read(@Observes StartupEvent start, SavedHunts hunts) {
    Infrastructure.getDefaultWorkerPool().execute(hunts::refresh);
  }
}

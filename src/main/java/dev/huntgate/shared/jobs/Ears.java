package dev.huntgate.shared.jobs;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Those who wait to hear of the ends of jobs. */
final class Ears {

  private final Map<String, Set<UniEmitter<? super Void>>> waiting = new ConcurrentHashMap<>();

  /** Completes when word of this job's end comes, or may have been missed. */
  Uni<Void> end(String id) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              waiting.compute(
                  id,
                  (same, known) -> {
                    Set<UniEmitter<? super Void>> all =
                        known == null ? ConcurrentHashMap.newKeySet() : known;
                    all.add(emitter);
                    return all;
                  });
              emitter.onTermination(() -> leave(id, emitter));
            });
  }

  void ended(String id) {
    Set<UniEmitter<? super Void>> all = waiting.remove(id);
    if (all != null) {
      all.forEach(one -> one.complete(null));
    }
  }

  void missed() {
    List.copyOf(waiting.keySet()).forEach(this::ended);
  }

  private void leave(String id, UniEmitter<? super Void> emitter) {
    waiting.computeIfPresent(
        id,
        (same, all) -> {
          all.remove(emitter);
          return all.isEmpty() ? null : all;
        });
  }
}

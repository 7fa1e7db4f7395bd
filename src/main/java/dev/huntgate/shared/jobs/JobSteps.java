package dev.huntgate.shared.jobs;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** The way to where replicas keep their jobs. */
interface JobSteps {

  /**
   * Takes one step for a tenant, all or nothing.
   *
   * <p>Fails with {@link dev.huntgate.shared.StoreUnavailable} within the store's patience, and
   * then the step may have been taken or may yet be.
   */
  Uni<JsonObject> take(Tenant tenant, JsonObject step);

  /**
   * Hears what others did with jobs: {@code ended}, {@code looked} or {@code free}, the tenant, and
   * the job's id, with spaces between.
   *
   * @param missed called whenever words may have been missed
   */
  void listen(Consumer<String> word, Runnable missed);
}

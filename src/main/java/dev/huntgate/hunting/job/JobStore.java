package dev.huntgate.hunting.job;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where jobs are kept: all that are under way, and those that ended lately. */
public interface JobStore {

  /**
   * Keeps a job, in place of what was kept under its id.
   *
   * <p>Fails with {@code OVERLOADED} when it is new and the tenant has too many under way.
   */
  Uni<Void> put(HuntJob job);

  /** The tenant's job of this id; nothing when there is none, or none any more. */
  Uni<Optional<HuntJob>> find(Tenant tenant, String id);
}

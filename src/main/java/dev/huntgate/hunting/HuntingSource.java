package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import io.smallrye.mutiny.Uni;

/** The port to whatever runs a tenant's hunts. */
public interface HuntingSource {

  /**
   * Runs a hunt and reads its whole result.
   *
   * <p>Fails with a {@link dev.huntgate.failure.FailureException}.
   */
  Uni<HuntAnswer> run(Tenant tenant, HuntQuery query);
}

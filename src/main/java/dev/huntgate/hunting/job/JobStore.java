package dev.huntgate.hunting.job;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where jobs are kept: all that are under way, and those that ended lately. */
public interface JobStore {

  /** A refusal of a job that would be one too many under way. */
  static FailureException tooMany(int most) {
    return new FailureException(
        new Overloaded(
            "The tenant has "
                + most
                + " jobs under way, which is as many as there may be; wait until some have ended,"
                + " or cancel some."));
  }

  /**
   * Keeps a job, in place of what was kept under its id, unless that has ended; answers what is
   * kept now. One that is new and has not ended runs here.
   *
   * <p>Fails with {@code OVERLOADED} when it is new and the tenant has too many under way.
   */
  Uni<HuntJob> put(HuntJob job);

  /**
   * The tenant's job of this id; nothing when there is none, or none any more.
   *
   * <p>Fails with {@code OVERLOADED} when that cannot be told at this moment.
   */
  Uni<Optional<HuntJob>> find(Tenant tenant, String id);

  /** Completes when a job that runs elsewhere has ended there; may never do so. */
  default Uni<Void> end(String id) {
    return Uni.createFrom().nothing();
  }

  /** Begins to tell who runs jobs here what others do with them. Called once. */
  default void serve(JobRunner here) {}

  /**
   * Gives jobs that run here to others, and takes none over any more; answers those that others
   * will run, which is none where there are no others.
   */
  default Uni<List<HuntJob>> handOver(Collection<HuntJob> jobs) {
    return Uni.createFrom().item(List.of());
  }
}

package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Incidents as callers ask for them: page by page, or one by its id. */
public final class Incidents {

  /* What upstream's ids are made of and more, but nothing that means something in an address. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Function<Caller, IncidentSource> sources;

  /**
   * @param sources the source as a caller has it, who takes turns with others at the budget
   */
  public Incidents(Function<Caller, IncidentSource> sources) {
    this.sources = sources;
  }

  /**
   * Reads the page that {@code query} asks for.
   *
   * @throws FailureException {@code FORBIDDEN} when the caller may not read incidents
   */
  public Uni<IncidentPage> page(Caller caller, IncidentQuery query) {
    caller.require(Permission.INCIDENTS_READ);
    if (query.first() < 1) {
      return refuse(
          new InvalidArgument("first", "first has to be at least 1, not " + query.first() + "."));
    }
    if (query.first() > IncidentQuery.MAX_FIRST) {
      return refuse(
          new LimitExceeded(
              "first",
              "first may be at most "
                  + IncidentQuery.MAX_FIRST
                  + ", not "
                  + query.first()
                  + "; read on with after."));
    }
    return new IncidentWalk(sources.apply(caller)).page(caller.tenant(), query);
  }

  /**
   * Reads one incident.
   *
   * <p>Fails with {@code NOT_FOUND} when there is none under this id.
   *
   * @throws FailureException {@code FORBIDDEN} when the caller may not read incidents
   */
  public Uni<Incident> find(Caller caller, String id, boolean withAlerts) {
    caller.require(Permission.INCIDENTS_READ);
    if (!ID.matcher(id).matches()) {
      return refuse(
          new InvalidArgument(
              "id", "id has to be an incident's id, of at most 64 letters and digits."));
    }
    return sources.apply(caller).get(caller.tenant(), id, withAlerts);
  }

  private static <T> Uni<T> refuse(dev.huntgate.failure.Failure failure) {
    return Uni.createFrom().failure(() -> new FailureException(failure));
  }
}

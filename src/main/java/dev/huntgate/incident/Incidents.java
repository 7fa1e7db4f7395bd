package dev.huntgate.incident;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.util.regex.Pattern;

/** Incidents as callers ask for them: page by page, or one by its id. */
public final class Incidents {

  /* What upstream's ids are made of and more, but nothing that means something in an address. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final IncidentSource source;
  private final IncidentWalk walk;

  public Incidents(IncidentSource source) {
    this.source = source;
    this.walk = new IncidentWalk(source);
  }

  /** Reads the page that {@code query} asks for. */
  public Uni<IncidentPage> page(Tenant tenant, IncidentQuery query) {
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
    return walk.page(tenant, query);
  }

  /** Reads one incident; fails with {@code NOT_FOUND} when there is none under this id. */
  public Uni<Incident> find(Tenant tenant, String id, boolean withAlerts) {
    if (!ID.matcher(id).matches()) {
      return refuse(
          new InvalidArgument(
              "id", "id has to be an incident's id, of at most 64 letters and digits."));
    }
    return source.get(tenant, id, withAlerts);
  }

  private static <T> Uni<T> refuse(dev.huntgate.failure.Failure failure) {
    return Uni.createFrom().failure(() -> new FailureException(failure));
  }
}

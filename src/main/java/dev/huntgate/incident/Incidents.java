package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.NotFound;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Incidents as callers ask for them: page by page, or one by its id. */
public final class Incidents {

  /* What upstream's ids are made of and more, but nothing that means something in an address. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /* Incidents merged time and again; a circle ends here, too. */
  private static final int MOST_REDIRECTS = 5;

  private final Function<Caller, IncidentSource> sources;
  private final Function<Caller, IncidentSource> uncached;

  /**
   * @param sources the source as a caller has it, who takes turns with others at the budget
   */
  public Incidents(Function<Caller, IncidentSource> sources) {
    this(sources, sources);
  }

  /**
   * @param sources the source as a caller has it, who takes turns with others at the budget
   * @param uncached the same for reads that an answer from moments ago will not do for
   */
  public Incidents(
      Function<Caller, IncidentSource> sources, Function<Caller, IncidentSource> uncached) {
    this.sources = sources;
    this.uncached = uncached;
  }

  /**
   * Reads the page that {@code query} asks for.
   *
   * @throws FailureException {@code FORBIDDEN} when the caller may not read incidents; {@code
   *     INVALID_ARGUMENT} or {@code LIMIT_EXCEEDED} when {@code first} is not from 1 to {@link
   *     IncidentQuery#MAX_FIRST}
   */
  public Uni<IncidentPage> page(Caller caller, IncidentQuery query) {
    caller.require(Permission.INCIDENTS_READ);
    IncidentQuery.checkFirst(query.first());
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
    return isId(id)
        ? sources.apply(caller).get(caller.tenant(), id, withAlerts)
        : refuse(
            new InvalidArgument(
                "id", "id has to be an incident's id, of at most 64 letters and digits."));
  }

  /**
   * Reads one incident, or the one that it was merged into, as far as that can be read.
   *
   * <p>Fails as {@link #find} does.
   *
   * @throws FailureException {@code FORBIDDEN} when the caller may not read incidents
   */
  public Uni<FoundIncident> follow(Caller caller, String id, boolean withAlerts) {
    return find(caller, id, withAlerts)
        .flatMap(
            asked ->
                followed(caller, asked, withAlerts, MOST_REDIRECTS)
                    .map(
                        last -> new FoundIncident(last, last.id().equals(asked.id()) ? null : id)));
  }

  private Uni<Incident> followed(Caller caller, Incident from, boolean withAlerts, int most) {
    String next = from.redirectIncidentId();
    if (next == null || next.equals(from.id()) || most == 0) {
      return Uni.createFrom().item(from);
    }
    return find(caller, next, withAlerts)
        .flatMap(to -> followed(caller, to, withAlerts, most - 1))
        .onFailure(Incidents::isNowhere)
        .recoverWithItem(from);
  }

  private static boolean isNowhere(Throwable thrown) {
    return thrown instanceof FailureException known && known.failure() instanceof NotFound;
  }

  /** Whether this could be an incident's id. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** The source as a caller has it. */
  IncidentSource of(Caller caller) {
    return sources.apply(caller);
  }

  /** The source as a caller has it, past what is kept. */
  IncidentSource uncached(Caller caller) {
    return uncached.apply(caller);
  }

  private static <T> Uni<T> refuse(Failure failure) {
    return Uni.createFrom().failure(() -> new FailureException(failure));
  }
}

package dev.huntgate.incident;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import dev.huntgate.audit.Audit;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Conflict;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes of incidents as callers ask for them; each leaves a remark that names the caller.
 *
 * <p>Whoever may change incidents also sees the incident that they changed.
 */
public final class IncidentWork {

  private final Incidents incidents;
  private final ChangeAudit audit;

  /** What upstream said of a change that it made, as far as it did. */
  record Made(Optional<Incident> answer, List<String> warnings) {

    Made warning(String warning) {
      return new Made(answer, Stream.concat(warnings.stream(), Stream.of(warning)).toList());
    }
  }

  public IncidentWork(Incidents incidents, Audit audit) {
    this.incidents = incidents;
    this.audit = new ChangeAudit(audit);
  }

  /**
   * Changes one incident.
   *
   * <p>Fails with {@code INVALID_ARGUMENT} or {@code LIMIT_EXCEEDED} when the change cannot be
   * made, with {@code CONFLICT} when it is no longer as the caller knows it, and with {@code
   * NOT_FOUND} when there is none under this id.
   *
   * @param ifUpdatedAt the time of the last update that the caller knows of; null not to check.
   *     Upstream offers no such check: a change in the moment between ours and the change gets by.
   * @param withAlerts whether it is to come with its alerts, which costs a call
   * @throws FailureException {@code FORBIDDEN} when the caller may not change incidents
   */
  public Uni<ChangedIncident> update(
      Caller caller,
      String id,
      IncidentChange change,
      @Nullable Instant ifUpdatedAt,
      boolean withAlerts) {
    try {
      caller.require(Permission.INCIDENTS_WRITE);
    } catch (FailureException refusal) {
      audit.refused(caller, id, change, refusal);
      throw refusal;
    }
    Optional<Failure> wrong = wrongId(id).or(() -> ChangeRules.wrong(change));
    Uni<Made> made =
        wrong.isPresent()
            ? refuse(wrong.get())
            : unchangedSince(ifUpdatedAt, caller, id)
                .flatMap(unchanged -> make(caller, id, change));
    return audit
        .making(caller, id, change, made)
        .flatMap(done -> seen(caller, id, done, withAlerts));
  }

  /**
   * Adds a remark to one incident.
   *
   * <p>Fails as {@link #update} does.
   *
   * @throws FailureException {@code FORBIDDEN} when the caller may not change incidents
   */
  public Uni<ChangedIncident> comment(Caller caller, String id, String text, boolean withAlerts) {
    return update(caller, id, IncidentChange.commenting(text), null, withAlerts);
  }

  ChangeAudit audit() {
    return audit;
  }

  /** Makes a change that is known to be right, in the steps that upstream takes; not audited. */
  Uni<Made> make(Caller caller, String id, IncidentChange change) {
    Tenant tenant = caller.tenant();
    IncidentSource source = incidents.of(caller);
    List<IncidentChange> steps = source.steps(tenant, change.with(Remark.of(caller, change)));
    Uni<Made> made =
        source.update(tenant, id, steps.get(0)).map(answer -> new Made(answer, List.of()));
    for (IncidentChange step : steps.subList(1, steps.size())) {
      made =
          made.flatMap(
              before ->
                  source
                      .update(tenant, id, step)
                      .map(answer -> new Made(answer, before.warnings()))
                      .onFailure(FailureException.class)
                      .recoverWithItem(
                          failure ->
                              before.warning(
                                  "The incident was changed, but the comment with your name could"
                                      + " not be added: "
                                      + failure.getMessage())));
    }
    return made;
  }

  private Uni<ChangedIncident> seen(Caller caller, String id, Made made, boolean withAlerts) {
    if (made.answer().isPresent() && !withAlerts) {
      return Uni.createFrom().item(new ChangedIncident(made.answer().get(), made.warnings()));
    }
    return incidents
        .of(caller)
        .get(caller.tenant(), id, withAlerts)
        .map(incident -> new ChangedIncident(incident, made.warnings()))
        .onFailure(FailureException.class)
        .recoverWithItem(
            failure ->
                new ChangedIncident(
                    null,
                    made.warning(
                            "The incident was changed, but could not be read afterwards: "
                                + failure.getMessage())
                        .warnings()));
  }

  private Uni<Boolean> unchangedSince(@Nullable Instant known, Caller caller, String id) {
    if (known == null) {
      return Uni.createFrom().item(true);
    }
    return incidents
        .uncached(caller)
        .get(caller.tenant(), id, false)
        .map(
            now -> {
              if (!now.updatedAt().equals(known)) {
                throw new FailureException(conflict(known, now));
              }
              return true;
            });
  }

  private static Conflict conflict(Instant known, Incident now) {
    Map<String, @Nullable Object> current = new LinkedHashMap<>();
    current.put("updatedAt", now.updatedAt().toString());
    current.put("status", now.status().name());
    current.put("assignedTo", now.assignedTo());
    current.put("classification", now.classification().name());
    current.put("determination", now.determination().name());
    current.put("tags", now.tags());
    return new Conflict(
        "ifLastUpdatedAt",
        "The incident was last changed at "
            + now.updatedAt()
            + ", not at "
            + known
            + ", and was left as it is. Look at what is there now, then send the change with its"
            + " updatedAt.",
        current);
  }

  static Optional<Failure> wrongId(String id) {
    return Incidents.isId(id)
        ? Optional.empty()
        : Optional.of(
            new InvalidArgument(
                "id", "id has to be an incident's id, of at most 64 letters and digits."));
  }

  private static <T> Uni<T> refuse(Failure failure) {
    return Uni.createFrom().failure(() -> new FailureException(failure));
  }
}

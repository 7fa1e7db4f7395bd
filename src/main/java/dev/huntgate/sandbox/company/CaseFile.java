package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the analysts made of the incidents: states, owners, tags and remarks. */
final class CaseFile {

  private static final List<String> TAGS =
      List.of("quarter-end", "VIP", "purple-team", "needs-legal", "playbook:isolate");
  private static final List<String> REMARKS =
      List.of(
          "Called the owner, waiting for an answer.",
          "Machine isolated, image taken.",
          "Same pattern as last week.",
          "Password reset, sessions revoked.");

  private final List<String> analysts;

  CaseFile(Staff staff) {
    this.analysts = staff.analysts();
  }

  /** The incident as it stands at {@code start}, after people worked on it. */
  Incident open(long id, Scene scene, Story.Ending ending, Instant start, boolean old) {
    Dice dice = scene.dice();
    Instant created = dice.stored(firstAlert(scene).plusSeconds(5));
    Instant updated =
        dice.stored(
            earlier(
                dice.moment(lastAlert(scene), lastAlert(scene).plus(Duration.ofHours(60))), start));
    Incident fresh = fresh(id, scene, ending, created);
    if (old) {
      return fresh
          .draft()
          .status(IncidentStatus.RESOLVED)
          .classification(Classification.TRUE_POSITIVE)
          .determination(dice.of(Determination.APT, Determination.SECURITY_PERSONNEL))
          .updated(later(updated, created), null);
    }
    int age = (int) Duration.between(created, start).toDays();
    if (dice.chance(Math.min(85, age * 6))) {
      return resolved(fresh, dice, ending, updated);
    }
    if (dice.chance(45)) {
      return fresh
          .draft()
          .status(dice.chance(12) ? IncidentStatus.AWAITING_ACTION : IncidentStatus.IN_PROGRESS)
          .assignedTo(dice.pick(analysts))
          .tags(dice.chance(50) ? List.of(dice.pick(TAGS)) : List.of())
          .updated(later(updated, created), dice.pick(analysts));
    }
    return fresh;
  }

  /** The incident as it comes up, not worked on. */
  Incident fresh(long id, Scene scene, Story.Ending ending, Instant created) {
    return new Incident(
        id,
        null,
        ending.name(),
        ending.description(),
        ending.severity(),
        IncidentStatus.ACTIVE,
        Classification.UNKNOWN,
        Determination.UNKNOWN,
        null,
        List.of(),
        ending.severity() == Severity.HIGH ? List.of("Critical assets") : List.of(),
        List.of(),
        created,
        created.plusMillis(220),
        null,
        scene.alerts());
  }

  private Incident resolved(Incident fresh, Dice dice, Story.Ending ending, Instant updated) {
    String analyst = dice.pick(analysts);
    Instant closed = later(updated, fresh.createdAt());
    IncidentDraft draft =
        fresh
            .draft()
            .status(IncidentStatus.RESOLVED)
            .classification(ending.classification())
            .determination(ending.determination())
            .assignedTo(analyst)
            .tags(dice.chance(40) ? List.of(dice.pick(TAGS), "closed-by-soc") : List.of());
    if (dice.chance(70)) {
      Instant said = dice.moment(fresh.createdAt(), closed.plusNanos(200));
      draft.comment(new Comment(dice.pick(REMARKS), analyst, said));
    }
    return draft
        .alerts(
            fresh.alerts().stream()
                .map(a -> a.closed(closed, ending.classification(), ending.determination()))
                .toList())
        .updated(closed, analyst);
  }

  /** The same incidents, a few of them merged into the one that came after. */
  List<Incident> merge(List<Incident> incidents) {
    List<Incident> merged = new ArrayList<>(incidents);
    for (int i = 30; i + 1 < merged.size(); i += 37) {
      Incident incident = merged.get(i);
      merged.set(
          i,
          incident
              .draft()
              .status(IncidentStatus.REDIRECTED)
              .redirectedTo(merged.get(i + 1).id())
              .updated(incident.updatedAt(), null));
    }
    return merged;
  }

  static Incident numbered(Incident i, long id) {
    return new Incident(
        id,
        i.redirectedTo(),
        i.name(),
        i.description(),
        i.severity(),
        i.status(),
        i.classification(),
        i.determination(),
        i.assignedTo(),
        i.tags(),
        i.systemTags(),
        i.comments(),
        i.createdAt(),
        i.updatedAt(),
        i.updatedBy(),
        i.alerts());
  }

  private static Instant firstAlert(Scene scene) {
    return scene.alerts().stream()
        .map(Alert::createdAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant lastAlert(Scene scene) {
    return scene.alerts().stream()
        .map(Alert::createdAt)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}

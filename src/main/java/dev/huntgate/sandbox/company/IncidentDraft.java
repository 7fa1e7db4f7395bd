package dev.huntgate.sandbox.company;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident while it is being changed; not safe for use by several threads. */
public final class IncidentDraft {

  private final Incident original;
  private @Nullable Long redirectedTo;
  private IncidentStatus status;
  private Classification classification;
  private Determination determination;
  private @Nullable String assignedTo;
  private List<String> tags;
  private List<Alert> alerts;
  private final List<Comment> comments;

  IncidentDraft(Incident original) {
    this.original = original;
    redirectedTo = original.redirectedTo();
    status = original.status();
    classification = original.classification();
    determination = original.determination();
    assignedTo = original.assignedTo();
    tags = original.tags();
    alerts = original.alerts();
    comments = new ArrayList<>(original.comments());
  }

  public IncidentDraft status(IncidentStatus value) {
    status = value;
    return this;
  }

  public IncidentDraft classification(Classification value) {
    classification = value;
    return this;
  }

  public Classification classification() {
    return classification;
  }

  public IncidentDraft determination(Determination value) {
    determination = value;
    return this;
  }

  public IncidentDraft assignedTo(@Nullable String value) {
    assignedTo = value;
    return this;
  }

  public IncidentDraft tags(List<String> value) {
    tags = value;
    return this;
  }

  public IncidentDraft comment(Comment value) {
    comments.add(value);
    return this;
  }

  IncidentDraft redirectedTo(long id) {
    redirectedTo = id;
    return this;
  }

  IncidentDraft alerts(List<Alert> value) {
    alerts = value;
    return this;
  }

  /** The changed incident; its time of creation stays what it was. */
  public Incident updated(Instant at, @Nullable String by) {
    return new Incident(
        original.id(),
        redirectedTo,
        original.name(),
        original.description(),
        original.severity(),
        status,
        classification,
        determination,
        assignedTo,
        tags,
        original.systemTags(),
        comments,
        original.createdAt(),
        at,
        by,
        alerts);
  }
}

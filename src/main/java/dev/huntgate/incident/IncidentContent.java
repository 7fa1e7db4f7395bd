package dev.huntgate.incident;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be found in an incident and its alerts; what is null or empty does not restrict.
 *
 * <p>It goes by what both families carry, so that both find the same, and upstream filters by none
 * of it. Letters count in any case.
 *
 * @param tags one of these is a tag that people gave it
 * @param serviceSources one of these products raised one of its alerts, such as {@code
 *     MICROSOFT_DEFENDER_FOR_ENDPOINT}
 * @param techniques one of its alerts has one of these MITRE ATT&amp;CK techniques, such as {@code
 *     T1059}, or a sub-technique of one
 * @param text each word of it is in its id, name, owner, tags or comments
 */
public record IncidentContent(
    List<String> tags,
    List<String> serviceSources,
    List<String> techniques,
    @Nullable String text) {

  /** Anything. */
  public static final IncidentContent ANY =
      new IncidentContent(List.of(), List.of(), List.of(), null);

  public IncidentContent {
    tags = normal(tags);
    serviceSources = normal(serviceSources);
    techniques = normal(techniques);
    text = text == null || text.isBlank() ? null : lower(text);
  }

  /** Whether an incident's alerts have to be read to know. */
  public boolean needsAlerts() {
    return !serviceSources.isEmpty() || !techniques.isEmpty();
  }

  boolean matches(Incident incident) {
    List<Alert> alerts = incident.alerts() == null ? List.of() : incident.alerts();
    return isTagged(incident)
        && (serviceSources.isEmpty() || alerts.stream().anyMatch(this::isFromOneOfTheSources))
        && (techniques.isEmpty()
            || alerts.stream()
                .flatMap(alert -> alert.mitreTechniques().stream())
                .anyMatch(this::isOneOfTheTechniques))
        && isSaid(incident);
  }

  private boolean isTagged(Incident incident) {
    return tags.isEmpty()
        || incident.tags().stream().anyMatch(tag -> tags.contains(lower(tag.strip())));
  }

  private boolean isFromOneOfTheSources(Alert alert) {
    return alert.serviceSource() != null && serviceSources.contains(lower(alert.serviceSource()));
  }

  private boolean isOneOfTheTechniques(String technique) {
    String known = lower(technique);
    return techniques.stream()
        .anyMatch(wanted -> known.equals(wanted) || known.startsWith(wanted + "."));
  }

  private boolean isSaid(Incident incident) {
    if (text == null) {
      return true;
    }
    String all =
        lower(
            String.join(
                "\n",
                Stream.of(
                        Stream.of(incident.id(), incident.name()),
                        Stream.ofNullable(incident.assignedTo()),
                        incident.tags().stream(),
                        incident.comments().stream().map(Comment::text))
                    .flatMap(part -> part)
                    .toList()));
    return Stream.of(text.split("\\s+")).allMatch(all::contains);
  }

  private static List<String> normal(Collection<String> words) {
    return words.stream()
        .map(word -> lower(word.strip()))
        .filter(word -> !word.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static String lower(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").strip().toLowerCase(Locale.ROOT);
  }
}

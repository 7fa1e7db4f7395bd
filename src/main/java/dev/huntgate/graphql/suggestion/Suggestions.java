package dev.huntgate.graphql.suggestion;

import dev.huntgate.hunting.saved.Fill;
import dev.huntgate.hunting.saved.Parameter;
import dev.huntgate.hunting.saved.SavedHunt;
import dev.huntgate.incident.Alert;
import dev.huntgate.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the saved hunts that an incident leads to. */
public final class Suggestions {

  private static final int MOST_VALUES = 20;

  private final Clues clues;
  private final Set<String> techniques;
  private final Duration age;

  private Suggestions(Incident incident, Instant now) {
    List<Alert> alerts = incident.alerts() == null ? List.of() : incident.alerts();
    this.clues = ClueReader.read(incident);
    this.techniques =
        alerts.stream()
            .flatMap(alert -> alert.mitreTechniques().stream())
            .collect(Collectors.toUnmodifiableSet());
    Instant first =
        alerts.stream()
            .flatMap(alert -> Stream.of(alert.firstActivityAt(), alert.createdAt()))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .filter(incident.createdAt()::isAfter)
            .orElse(incident.createdAt());
    this.age = Duration.between(first, now);
  }

  private record Ranked(Suggestion suggestion, int shared, int filled) {}

  /**
   * The saved hunts that can be filled from an incident with its alerts, the most fitting first:
   * those that find more of its techniques, then those that take more from it, then by name.
   */
  public static List<Suggestion> of(
      Incident incident, List<SavedHunt> hunts, Instant now, int most) {
    Suggestions suggestions = new Suggestions(incident, now);
    return hunts.stream()
        .flatMap(hunt -> suggestions.ranked(hunt).stream())
        .sorted(
            Comparator.comparingInt((Ranked each) -> -each.shared())
                .thenComparingInt(each -> -each.filled())
                .thenComparing(each -> each.suggestion().hunt().name()))
        .limit(most)
        .map(Ranked::suggestion)
        .toList();
  }

  private Optional<Ranked> ranked(SavedHunt hunt) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> filled = new ArrayList<>();
    for (Parameter parameter : hunt.parameters()) {
      Fill fill = parameter.fill();
      Object value = fill == null ? null : value(parameter, fill);
      if (fill != null && value != null) {
        values.put(parameter.name(), value);
        if (fill != Fill.LOOK_BACK) {
          filled.add(Words.counted(fill, value instanceof List<?> list ? list.size() : 1));
        }
      } else if (parameter.defaultValue() == null) {
        return Optional.empty();
      }
    }
    if (filled.isEmpty()) {
      return Optional.empty();
    }
    List<String> shared = hunt.techniques().stream().filter(this::isShown).sorted().toList();
    String reason =
        "Looks for "
            + Words.joined(filled)
            + " of the incident"
            + (shared.isEmpty() ? "." : ", whose alerts show " + Words.joined(shared) + ", too.");
    return Optional.of(
        new Ranked(new Suggestion(hunt, reason, values), shared.size(), filled.size()));
  }

  private @Nullable Object value(Parameter parameter, Fill fill) {
    if (fill == Fill.LOOK_BACK) {
      return lookBack(parameter);
    }
    List<String> values =
        clues.of(fill).stream()
            .filter(parameter::takes)
            .limit(parameter.list() ? Math.min(MOST_VALUES, parameter.bounds().maxItems()) : 1)
            .toList();
    if (values.isEmpty()) {
      return null;
    }
    return parameter.list() ? values : values.get(0);
  }

  /* In whole days, so that equal hunts of one day share a result. */
  private @Nullable Object lookBack(Parameter parameter) {
    long days = Math.max(1, age.toDays() + 1);
    String wanted = "P" + days + "D";
    if (parameter.list() || parameter.takes(wanted)) {
      return parameter.list() ? null : wanted;
    }
    return parameter.bounds().max() == null ? null : parameter.bounds().max().plain();
  }

  /* A technique shows its sub-techniques in part, and the other way round. */
  private boolean isShown(String technique) {
    return techniques.stream()
        .anyMatch(
            shown ->
                shown.equals(technique)
                    || shown.startsWith(technique + ".")
                    || technique.startsWith(shown + "."));
  }
}

package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a product is built to notice; the pattern that alerts are made from. */
record Suspicion(
    String title,
    String description,
    String category,
    Severity severity,
    ServiceSource source,
    DetectionSource sensor,
    @Nullable String family,
    List<String> techniques) {

  Suspicion {
    techniques = List.copyOf(techniques);
  }

  static Suspicion endpoint(
      String title, String description, String category, Severity severity, String... techniques) {
    return new Suspicion(
        title,
        description,
        category,
        severity,
        ServiceSource.MICROSOFT_DEFENDER_FOR_ENDPOINT,
        DetectionSource.MICROSOFT_DEFENDER_FOR_ENDPOINT,
        null,
        List.of(techniques));
  }

  Suspicion from(ServiceSource otherSource, DetectionSource otherSensor) {
    return new Suspicion(
        title, description, category, severity, otherSource, otherSensor, family, techniques);
  }

  Suspicion family(String malware) {
    return new Suspicion(
        title, description, category, severity, source, sensor, malware, techniques);
  }

  Alert raise(Dice dice, Instant activity, List<Evidence> evidence) {
    Instant created = dice.moment(activity, activity.plus(Duration.ofMinutes(6)));
    boolean investigated = dice.chance(50);
    return new Alert(
        prefix()
            + dice.number(630_000_000_000_000_000L, 639_999_999_999_999_999L)
            + "_"
            + dice.between(-999_999_999, 999_999_999),
        title,
        description,
        category,
        severity,
        dice.chance(25) ? AlertStatus.IN_PROGRESS : AlertStatus.NEW,
        source,
        sensor,
        dice.uuid().toString(),
        investigated ? dice.number(2_000, 90_000) : null,
        investigated
            ? dice.pick(List.of(InvestigationState.values()))
            : InvestigationState.UNSUPPORTED_ALERT_TYPE,
        null,
        null,
        null,
        family == null || !dice.chance(50) ? null : "Gull Storm",
        family,
        techniques,
        created,
        dice.stored(created.plusSeconds(dice.between(1, 900))),
        null,
        activity,
        dice.chance(60) ? activity : created,
        evidence.stream()
            .map(e -> new Evidence(created, e.verdict(), e.remediation(), e.roles(), e.subject()))
            .toList());
  }

  private String prefix() {
    return switch (source) {
      case MICROSOFT_DEFENDER_FOR_OFFICE365 -> "fa";
      case MICROSOFT_DEFENDER_FOR_CLOUD_APPS -> "ca";
      case MICROSOFT_DEFENDER_FOR_IDENTITY -> "aa";
      case MICROSOFT_DEFENDER_FOR_CLOUD -> "dc";
      case MICROSOFT_DEFENDER_FOR_ENDPOINT -> "da";
    };
  }
}

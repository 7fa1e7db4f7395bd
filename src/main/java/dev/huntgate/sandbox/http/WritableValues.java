package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.company.Classification;
import dev.huntgate.sandbox.company.Determination;
import dev.huntgate.sandbox.company.IncidentStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an update may set; other values are only ever read. */
final class WritableValues {

  static final List<IncidentStatus> STATUSES =
      List.of(IncidentStatus.ACTIVE, IncidentStatus.IN_PROGRESS, IncidentStatus.RESOLVED);
  static final List<Classification> CLASSIFICATIONS = List.of(Classification.values());
  static final List<Determination> DETERMINATIONS = List.of(Determination.values());

  private static final Map<Classification, Set<Determination>> FITTING =
      Map.of(
          Classification.UNKNOWN,
          Set.of(Determination.UNKNOWN),
          Classification.TRUE_POSITIVE,
          Set.of(
              Determination.MULTI_STAGED_ATTACK,
              Determination.MALICIOUS_USER_ACTIVITY,
              Determination.COMPROMISED_ACCOUNT,
              Determination.MALWARE,
              Determination.PHISHING,
              Determination.UNWANTED_SOFTWARE,
              Determination.OTHER),
          Classification.INFORMATIONAL_EXPECTED_ACTIVITY,
          Set.of(
              Determination.SECURITY_TESTING,
              Determination.LINE_OF_BUSINESS_APPLICATION,
              Determination.CONFIRMED_ACTIVITY,
              Determination.OTHER),
          Classification.FALSE_POSITIVE,
          Set.of(
              Determination.NOT_MALICIOUS,
              Determination.NOT_ENOUGH_DATA_TO_VALIDATE,
              Determination.OTHER));

  /** Names of the native family from before 2025, in lower case, which still work there. */
  private static final Map<String, String> FORMER =
      Map.of(
          "compromiseduser", Determination.COMPROMISED_ACCOUNT.defender(),
          "confirmeduseractivity", Determination.CONFIRMED_ACTIVITY.defender(),
          "clean", Determination.NOT_MALICIOUS.defender(),
          "notenoughdatatovalidate", Determination.NOT_ENOUGH_DATA_TO_VALIDATE.defender());

  private WritableValues() {}

  static boolean fitting(Classification classification, Determination determination) {
    return FITTING.getOrDefault(classification, Set.of()).contains(determination);
  }

  static String current(String determination) {
    return FORMER.getOrDefault(determination.toLowerCase(Locale.ROOT), determination);
  }
}

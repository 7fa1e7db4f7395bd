package dev.huntgate.incident;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which determinations go with which classification, as both families' documents of updates have
 * it; others are old and only read.
 */
public final class Verdicts {

  private static final Map<Classification, List<Determination>> ALLOWED =
      new EnumMap<>(
          Map.of(
              Classification.UNKNOWN,
              List.of(Determination.UNKNOWN),
              Classification.TRUE_POSITIVE,
              List.of(
                  Determination.MULTI_STAGED_ATTACK,
                  Determination.MALICIOUS_USER_ACTIVITY,
                  Determination.COMPROMISED_ACCOUNT,
                  Determination.MALWARE,
                  Determination.PHISHING,
                  Determination.UNWANTED_SOFTWARE,
                  Determination.OTHER),
              Classification.INFORMATIONAL_EXPECTED_ACTIVITY,
              List.of(
                  Determination.SECURITY_TESTING,
                  Determination.LINE_OF_BUSINESS_APPLICATION,
                  Determination.CONFIRMED_ACTIVITY,
                  Determination.OTHER),
              Classification.FALSE_POSITIVE,
              List.of(
                  Determination.NOT_MALICIOUS,
                  Determination.NOT_ENOUGH_DATA_TO_VALIDATE,
                  Determination.OTHER)));

  private Verdicts() {}

  /** The determinations that may be set with a classification; none where it cannot be set. */
  public static List<Determination> of(Classification classification) {
    return ALLOWED.getOrDefault(classification, List.of());
  }
}

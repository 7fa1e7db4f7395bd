package dev.huntgate.sandbox.http;

import dev.huntgate.sandbox.company.Classification;
import dev.huntgate.sandbox.company.Determination;
import dev.huntgate.sandbox.company.IncidentDraft;
import dev.huntgate.sandbox.company.Spelled;

/** Sets classification and determination as the native family does: the two have to fit. */
final class DefenderVerdict {

  private DefenderVerdict() {}

  static void apply(IncidentPatch patch, IncidentDraft draft) {
    Classification classification =
        patch
            .member("classification", WritableValues.CLASSIFICATIONS, Spelled::defender)
            .orElse(draft.classification());
    draft.classification(classification);
    if (!patch.has("determination")) {
      return;
    }
    String wanted = WritableValues.current(patch.text("determination"));
    Determination determination =
        WritableValues.DETERMINATIONS.stream()
            .filter(value -> value.defender().equalsIgnoreCase(wanted))
            .filter(value -> WritableValues.fitting(classification, value))
            .findFirst()
            .orElseThrow(
                () ->
                    IncidentPatch.invalid(
                        "'%s' is not a determination of '%s'."
                            .formatted(wanted, classification.defender())));
    draft.determination(determination);
  }
}

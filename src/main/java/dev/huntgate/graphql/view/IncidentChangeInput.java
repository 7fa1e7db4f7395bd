package dev.huntgate.graphql.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an input says is to become of an incident; what is null stays as it is. */
public sealed interface IncidentChangeInput
    permits UpdateIncidentInputView, UpdateIncidentsInputView {

  /** Describes the field of this name in the schema. */
  String STATUS = "How far the work is from now on: `ACTIVE`, `IN_PROGRESS` or `RESOLVED`.";

  /** Describes the field of this name in the schema. */
  String ASSIGNED_TO =
      "Who works on it from now on, such as `alice@contoso.com`; null, written out, for nobody.";

  /** Describes the field of this name in the schema. */
  String CLASSIFICATION =
      "Whether it was a real threat; `UNKNOWN` to take that back. Give the `determination`"
          + " that goes with it, too.";

  /** Describes the field of this name in the schema. */
  String DETERMINATION =
      "What kind of threat or activity it was; only together with `classification`. For"
          + " `TRUE_POSITIVE`: `MULTI_STAGED_ATTACK`, `MALICIOUS_USER_ACTIVITY`,"
          + " `COMPROMISED_ACCOUNT`, `MALWARE`, `PHISHING`, `UNWANTED_SOFTWARE`, `OTHER`. For"
          + " `FALSE_POSITIVE`: `NOT_MALICIOUS`, `NOT_ENOUGH_DATA_TO_VALIDATE`, `OTHER`. For"
          + " `INFORMATIONAL_EXPECTED_ACTIVITY`: `SECURITY_TESTING`,"
          + " `LINE_OF_BUSINESS_APPLICATION`, `CONFIRMED_ACTIVITY`, `OTHER`. For `UNKNOWN`:"
          + " `UNKNOWN`.";

  /** Describes the field of this name in the schema. */
  String TAGS =
      "All its tags from now on, at most 50 of at most 100 characters, in place of those that"
          + " people gave it before; `[]` for none.";

  /** Describes the field of this name in the schema. */
  String COMMENT =
      "A comment to add, of at most 1000 characters; your name is put behind it. When left out,"
          + " a comment says what you changed.";

  @Nullable IncidentStatusView status();

  @Nullable String assignedTo();

  @Nullable ClassificationView classification();

  @Nullable DeterminationView determination();

  @Nullable List<String> tags();

  @Nullable String comment();
}

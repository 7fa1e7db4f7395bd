package dev.huntgate.graphql.view;

import dev.huntgate.incident.Determination;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

/** The GraphQL enum {@code Determination}. */
@Enum("Determination")
@Description("What kind of threat or activity it was, as an analyst decided.")
public enum DeterminationView {
  @Description("Nobody has decided yet.")
  UNKNOWN,
  @Description(
      "An advanced persistent threat. No longer handed out upstream; old incidents still have it.")
  APT,
  @Description("Malicious software.")
  MALWARE,
  @Description(
      "The tenant's own security staff. No longer handed out upstream; old incidents still have it.")
  SECURITY_PERSONNEL,
  @Description("A security test, such as an attack simulation.")
  SECURITY_TESTING,
  @Description("Software that is not malicious, but not wanted.")
  UNWANTED_SOFTWARE,
  @Description("An attack in several stages.")
  MULTI_STAGED_ATTACK,
  @Description("A user who did harm on purpose.")
  MALICIOUS_USER_ACTIVITY,
  @Description("An account in the hands of an attacker.")
  COMPROMISED_ACCOUNT,
  @Description("An attempt to get at credentials or data by deceiving people.")
  PHISHING,
  @Description("Nothing malicious; upstream also calls it `clean`.")
  NOT_MALICIOUS,
  @Description("Too little is known to decide; upstream also calls it `insufficientData`.")
  NOT_ENOUGH_DATA_TO_VALIDATE,
  @Description("Activity that its user confirmed as their own.")
  CONFIRMED_ACTIVITY,
  @Description("An application of the business that behaves like this by design.")
  LINE_OF_BUSINESS_APPLICATION,
  @Description("None of the kinds that upstream offers.")
  OTHER,
  @Description(
      "A value newer than this version of Huntgate; `unrecognized` has it as upstream spelled it.")
  UNRECOGNIZED;

  /** The view of a value. */
  public static DeterminationView of(Determination value) {
    return valueOf(value.name());
  }

  /** The value that this is the view of. */
  public Determination value() {
    return Determination.valueOf(name());
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.RegistryValueEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code RegistryValueEvidence}. */
@Type("RegistryValueEvidence")
@Description("A value of the Windows registry that an alert touches.")
@DefaultNonNull
public record RegistryValueEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The hive, such as `HKEY_LOCAL_MACHINE`.") @Nullable String hive,
    @Description("The key below the hive.") @Nullable String key,
    @Description("The value's name. Only Microsoft Graph has it.") @Nullable String valueName,
    @Description("The value's type, such as `String`.") @Nullable String valueType,
    @Description("The value.") @Nullable String value,
    @Description(
            "The Defender for Endpoint id of the device on which it was found; compare it with `Device.id`.")
        @Nullable
        String deviceId)
    implements EvidenceView {

  static RegistryValueEvidenceView of(RegistryValueEvidence evidence) {
    return new RegistryValueEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.hive(),
        evidence.key(),
        evidence.valueName(),
        evidence.valueType(),
        evidence.value(),
        evidence.deviceId());
  }
}

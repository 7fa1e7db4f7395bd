package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.RegistryKeyEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code RegistryKeyEvidence}. */
@Type("RegistryKeyEvidence")
@Description("A key of the Windows registry that an alert touches.")
@DefaultNonNull
public record RegistryKeyEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The hive, such as `HKEY_LOCAL_MACHINE`.") @Nullable String hive,
    @Description(
            "The key below the hive, such as `SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run`.")
        @Nullable
        String key)
    implements EvidenceView {

  static RegistryKeyEvidenceView of(RegistryKeyEvidence evidence) {
    return new RegistryKeyEvidenceView(
        FindingView.of(evidence.finding()), evidence.hive(), evidence.key());
  }
}

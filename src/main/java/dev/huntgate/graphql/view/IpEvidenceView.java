package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.IpEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code IpEvidence}. */
@Type("IpEvidence")
@Description("An address on the network that an alert touches.")
@DefaultNonNull
public record IpEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The address, IPv4 or IPv6, such as `203.0.113.7`.") @Nullable String ipAddress,
    @Description("The country it is in, in two letters, such as `NL`. Only Microsoft Graph has it.")
        @Nullable
        String countryCode)
    implements EvidenceView {

  static IpEvidenceView of(IpEvidence evidence) {
    return new IpEvidenceView(
        FindingView.of(evidence.finding()), evidence.ipAddress(), evidence.countryCode());
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.DnsEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code DnsEvidence}. */
@Type("DnsEvidence")
@Description("A name that was looked up and that an alert touches. Only Microsoft Graph has it.")
@DefaultNonNull
public record DnsEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The name that was looked up.") @Nullable String domainName,
    @Description("The address of the server that was asked.") @Nullable String dnsServerIp,
    @Description("The address of the host that asked.") @Nullable String hostIp,
    @Description("The addresses that were the answer.") List<@NonNull String> ipAddresses)
    implements EvidenceView {

  static DnsEvidenceView of(DnsEvidence evidence) {
    return new DnsEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.domainName(),
        evidence.dnsServerIp(),
        evidence.hostIp(),
        evidence.ipAddresses());
  }
}

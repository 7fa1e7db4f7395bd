package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.MailClusterEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code MailClusterEvidence}. */
@Type("MailClusterEvidence")
@Description("Mails that are alike and that an alert touches together.")
@DefaultNonNull
public record MailClusterEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("What they have in common, such as `Subject;SenderIp`.") @Nullable
        String clusterBy,
    @Description("The value that they have in common. Only Microsoft Graph has it.") @Nullable
        String clusterByValue,
    @Description("How many mails they are. Only Microsoft Graph has it.") @Nullable Long mailCount,
    @Description(
            "The mails' ids in Microsoft 365; `NetworkMessageId` in hunting tables. Only Microsoft Graph has it.")
        List<@NonNull String> networkMessageIds,
    @Description("The query that finds them. Only Microsoft Graph has it.") @Nullable String query,
    @Description("The id that automated investigations know them by. Only Microsoft Graph has it.")
        @Nullable
        String urn)
    implements EvidenceView {

  static MailClusterEvidenceView of(MailClusterEvidence evidence) {
    return new MailClusterEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.clusterBy(),
        evidence.clusterByValue(),
        evidence.mailCount(),
        evidence.networkMessageIds(),
        evidence.query(),
        evidence.urn());
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.MailboxEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code MailboxEvidence}. */
@Type("MailboxEvidence")
@Description("A mailbox that an alert touches.")
@DefaultNonNull
public record MailboxEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("Its primary mail address.") @Nullable String address,
    @Description("Its name for people.") @Nullable String displayName,
    @Description("The name that its owner logs on with.") @Nullable String userPrincipalName,
    @Description("Its owner's account. Only Microsoft Graph has it.") @Nullable AccountView account)
    implements EvidenceView {

  static MailboxEvidenceView of(MailboxEvidence evidence) {
    return new MailboxEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.address(),
        evidence.displayName(),
        evidence.userPrincipalName(),
        evidence.account() == null ? null : AccountView.of(evidence.account()));
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.UserEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code UserEvidence}. */
@Type("UserEvidence")
@Description("A user account that an alert touches.")
@DefaultNonNull
public record UserEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The account.") AccountView account)
    implements EvidenceView {

  static UserEvidenceView of(UserEvidence evidence) {
    return new UserEvidenceView(
        FindingView.of(evidence.finding()), AccountView.of(evidence.account()));
  }
}

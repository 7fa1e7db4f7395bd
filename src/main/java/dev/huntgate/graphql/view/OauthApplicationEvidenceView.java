package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.OauthApplicationEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code OauthApplicationEvidence}. */
@Type("OauthApplicationEvidence")
@Description(
    "An application that was granted access by OAuth and that an alert touches. Only Microsoft Graph has it.")
@DefaultNonNull
public record OauthApplicationEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The application's client id, a GUID.") @Nullable String appId,
    @Description("The id of its object in Microsoft Entra ID, a GUID.") @Nullable String objectId,
    @Description("The application's name for people.") @Nullable String displayName,
    @Description("Who published it.") @Nullable String publisher)
    implements EvidenceView {

  static OauthApplicationEvidenceView of(OauthApplicationEvidence evidence) {
    return new OauthApplicationEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.appId(),
        evidence.objectId(),
        evidence.displayName(),
        evidence.publisher());
  }
}

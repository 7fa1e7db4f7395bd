package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.CloudApplicationEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code CloudApplicationEvidence}. */
@Type("CloudApplicationEvidence")
@Description("A cloud application that an alert touches. Only Microsoft Graph has it.")
@DefaultNonNull
public record CloudApplicationEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The application's id.") @Nullable String appId,
    @Description("The application's id in the catalogue of Defender for Cloud Apps.") @Nullable
        String saasAppId,
    @Description("The application's name for people.") @Nullable String displayName,
    @Description("The id of the tenant's instance of it.") @Nullable String instanceId,
    @Description("The name of the tenant's instance of it.") @Nullable String instanceName)
    implements EvidenceView {

  static CloudApplicationEvidenceView of(CloudApplicationEvidence evidence) {
    return new CloudApplicationEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.appId(),
        evidence.saasAppId(),
        evidence.displayName(),
        evidence.instanceId(),
        evidence.instanceName());
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.SecurityGroupEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code SecurityGroupEvidence}. */
@Type("SecurityGroupEvidence")
@Description("A group in the directory that an alert touches.")
@DefaultNonNull
public record SecurityGroupEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The group's id, a GUID.") @Nullable String groupId,
    @Description("The group's name for people.") @Nullable String displayName,
    @Description("The group's short name. Only Microsoft Graph has it.") @Nullable
        String friendlyName,
    @Description("The group's distinguished name in Active Directory. Only Microsoft Graph has it.")
        @Nullable
        String distinguishedName,
    @Description("The group's Windows security identifier. Only Microsoft Graph has it.") @Nullable
        String sid,
    @Description(
            "The group's object GUID in Active Directory on premises. Only Microsoft Graph has it.")
        @Nullable
        String activeDirectoryObjectGuid)
    implements EvidenceView {

  static SecurityGroupEvidenceView of(SecurityGroupEvidence evidence) {
    return new SecurityGroupEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.groupId(),
        evidence.displayName(),
        evidence.friendlyName(),
        evidence.distinguishedName(),
        evidence.sid(),
        evidence.activeDirectoryObjectGuid());
  }
}

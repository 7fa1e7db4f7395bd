package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence;
import dev.huntgate.incident.Evidence.CloudApplicationEvidence;
import dev.huntgate.incident.Evidence.DnsEvidence;
import dev.huntgate.incident.Evidence.FileEvidence;
import dev.huntgate.incident.Evidence.IpEvidence;
import dev.huntgate.incident.Evidence.MailClusterEvidence;
import dev.huntgate.incident.Evidence.MailMessageEvidence;
import dev.huntgate.incident.Evidence.MailboxEvidence;
import dev.huntgate.incident.Evidence.OauthApplicationEvidence;
import dev.huntgate.incident.Evidence.OtherEvidence;
import dev.huntgate.incident.Evidence.ProcessEvidence;
import dev.huntgate.incident.Evidence.RegistryKeyEvidence;
import dev.huntgate.incident.Evidence.RegistryValueEvidence;
import dev.huntgate.incident.Evidence.SecurityGroupEvidence;
import dev.huntgate.incident.Evidence.UrlEvidence;
import dev.huntgate.incident.Evidence.UserEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.Name;

/** The GraphQL interface {@code Evidence}. */
@Interface("Evidence")
@Description(
    "Something that an alert touches, other than a device. Ask for what a kind has with a fragment,"
        + " such as `... on IpEvidence { ipAddress }`.")
@DefaultNonNull
public interface EvidenceView {

  @Name("finding")
  @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
  FindingView finding();

  static EvidenceView of(Evidence evidence) {
    if (evidence instanceof FileEvidence file) {
      return FileEvidenceView.of(file);
    }
    if (evidence instanceof ProcessEvidence process) {
      return ProcessEvidenceView.of(process);
    }
    if (evidence instanceof UserEvidence user) {
      return UserEvidenceView.of(user);
    }
    if (evidence instanceof IpEvidence ip) {
      return IpEvidenceView.of(ip);
    }
    if (evidence instanceof UrlEvidence url) {
      return UrlEvidenceView.of(url);
    }
    if (evidence instanceof MailboxEvidence mailbox) {
      return MailboxEvidenceView.of(mailbox);
    }
    if (evidence instanceof MailMessageEvidence mailMessage) {
      return MailMessageEvidenceView.of(mailMessage);
    }
    if (evidence instanceof MailClusterEvidence mailCluster) {
      return MailClusterEvidenceView.of(mailCluster);
    }
    if (evidence instanceof RegistryKeyEvidence registryKey) {
      return RegistryKeyEvidenceView.of(registryKey);
    }
    if (evidence instanceof RegistryValueEvidence registryValue) {
      return RegistryValueEvidenceView.of(registryValue);
    }
    if (evidence instanceof SecurityGroupEvidence securityGroup) {
      return SecurityGroupEvidenceView.of(securityGroup);
    }
    if (evidence instanceof CloudApplicationEvidence cloudApplication) {
      return CloudApplicationEvidenceView.of(cloudApplication);
    }
    if (evidence instanceof OauthApplicationEvidence oauthApplication) {
      return OauthApplicationEvidenceView.of(oauthApplication);
    }
    if (evidence instanceof DnsEvidence dns) {
      return DnsEvidenceView.of(dns);
    }
    if (evidence instanceof OtherEvidence other) {
      return OtherEvidenceView.of(other);
    }
    throw new IllegalStateException("Evidence without a GraphQL type: " + evidence.getClass());
  }
}

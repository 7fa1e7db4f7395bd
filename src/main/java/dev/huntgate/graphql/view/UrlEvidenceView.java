package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.UrlEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code UrlEvidence}. */
@Type("UrlEvidence")
@Description("A web address that an alert touches.")
@DefaultNonNull
public record UrlEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The address. Treat it as dangerous: do not make it a link.") @Nullable String url)
    implements EvidenceView {

  static UrlEvidenceView of(UrlEvidence evidence) {
    return new UrlEvidenceView(FindingView.of(evidence.finding()), evidence.url());
  }
}

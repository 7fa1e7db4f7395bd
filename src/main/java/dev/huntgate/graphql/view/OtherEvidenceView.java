package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.OtherEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code OtherEvidence}. */
@Type("OtherEvidence")
@Description(
    "Evidence of a kind that has no type of its own here, such as resources in other clouds.")
@DefaultNonNull
public record OtherEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("Upstream's name of the kind, such as `AMAZON_RESOURCE`.") String kind,
    @Description("Everything upstream says of it, as a JSON object.") JsonValue properties)
    implements EvidenceView {

  static OtherEvidenceView of(OtherEvidence evidence) {
    return new OtherEvidenceView(
        FindingView.of(evidence.finding()), evidence.kind(), JsonValues.of(evidence.properties()));
  }
}

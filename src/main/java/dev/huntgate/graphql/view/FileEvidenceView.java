package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.FileEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code FileEvidence}. */
@Type("FileEvidence")
@Description("A file that an alert touches.")
@DefaultNonNull
public record FileEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The file.") FileDetailsView file,
    @Description(
            "What Defender did when it found it, such as `DETECTED` or `PREVENTED`. Only Microsoft Graph has it.")
        @Nullable
        String detectionStatus,
    @Description(
            "The Defender for Endpoint id of the device on which it was found; compare it with `Device.id`.")
        @Nullable
        String deviceId)
    implements EvidenceView {

  static FileEvidenceView of(FileEvidence evidence) {
    return new FileEvidenceView(
        FindingView.of(evidence.finding()),
        FileDetailsView.of(evidence.file()),
        evidence.detectionStatus(),
        evidence.deviceId());
  }
}

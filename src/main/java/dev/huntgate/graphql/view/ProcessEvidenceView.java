package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.ProcessEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code ProcessEvidence}. */
@Type("ProcessEvidence")
@Description("A process that an alert touches, with its image and its parent.")
@DefaultNonNull
public record ProcessEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("The process's id in its operating system.") @Nullable Long processId,
    @Description("The command line it was started with.") @Nullable String commandLine,
    @Description("When it was started.") @Nullable Instant createdAt,
    @Description("The file that it runs.") @Nullable FileDetailsView image,
    @Description("The id of the process that started it.") @Nullable Long parentProcessId,
    @Description("When the process that started it was started.") @Nullable Instant parentCreatedAt,
    @Description("The file that the process that started it runs. Only Microsoft Graph has it.")
        @Nullable
        FileDetailsView parentImage,
    @Description("The account it runs as.") @Nullable AccountView account,
    @Description(
            "What Defender did when it found it, such as `DETECTED` or `PREVENTED`. Only Microsoft Graph has it.")
        @Nullable
        String detectionStatus,
    @Description(
            "The Defender for Endpoint id of the device on which it was found; compare it with `Device.id`.")
        @Nullable
        String deviceId)
    implements EvidenceView {

  static ProcessEvidenceView of(ProcessEvidence evidence) {
    return new ProcessEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.processId(),
        evidence.commandLine(),
        evidence.createdAt(),
        evidence.image() == null ? null : FileDetailsView.of(evidence.image()),
        evidence.parentProcessId(),
        evidence.parentCreatedAt(),
        evidence.parentImage() == null ? null : FileDetailsView.of(evidence.parentImage()),
        evidence.account() == null ? null : AccountView.of(evidence.account()),
        evidence.detectionStatus(),
        evidence.deviceId());
  }
}

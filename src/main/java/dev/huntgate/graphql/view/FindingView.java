package dev.huntgate.graphql.view;

import dev.huntgate.incident.Finding;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code Finding}. */
@Type("Finding")
@Description(
    "What upstream says of the part that a device or a piece of evidence has in an alert. Empty where upstream says nothing; the Defender API says little.")
@DefaultNonNull
public record FindingView(
    @Description("When it became part of the alert. Only Microsoft Graph has it.") @Nullable
        Instant createdAt,
    @Description(
            "What an investigation thinks of it, such as `MALICIOUS`, `SUSPICIOUS` or `NO_THREATS_FOUND`.")
        @Nullable
        String verdict,
    @Description(
            "What became of it, such as `BLOCKED`, `REMEDIATED` or `NOT_FOUND`. Only Microsoft Graph has it.")
        @Nullable
        String remediationStatus,
    @Description("More about `remediationStatus`, in words. Only Microsoft Graph has it.") @Nullable
        String remediationStatusDetails,
    @Description(
            "The parts it plays, such as `ATTACKER`, `COMPROMISED` or `SOURCE`. Only Microsoft Graph has it.")
        List<@NonNull String> roles,
    @Description(
            "The parts it plays, as free text of the product that raised the alert. Only Microsoft Graph has it.")
        List<@NonNull String> detailedRoles,
    @Description(
            "The tags it carries, such as those of sensitive accounts or devices. Only Microsoft Graph has it.")
        List<@NonNull String> tags) {

  static FindingView of(Finding finding) {
    return new FindingView(
        finding.createdAt(),
        finding.verdict(),
        finding.remediationStatus(),
        finding.remediationStatusDetails(),
        finding.roles(),
        finding.detailedRoles(),
        finding.tags());
  }
}

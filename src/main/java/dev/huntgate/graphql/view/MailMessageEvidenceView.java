package dev.huntgate.graphql.view;

import dev.huntgate.incident.Evidence.MailMessageEvidence;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code MailMessageEvidence}. */
@Type("MailMessageEvidence")
@Description("A mail that an alert touches.")
@DefaultNonNull
public record MailMessageEvidenceView(
    @Description("What upstream says of its part in the alert: verdict, remediation, roles.")
        FindingView finding,
    @Description("Who it shows as its sender (P2, the `From` header).") @Nullable
        MailSenderView sender,
    @Description("Who delivered it (P1, `MAIL FROM`). Only Microsoft Graph has it.") @Nullable
        MailSenderView envelopeSender,
    @Description("The address on the network that it came from. Only Microsoft Graph has it.")
        @Nullable
        String senderIp,
    @Description("The mail address it went to.") @Nullable String recipient,
    @Description("Its subject.") @Nullable String subject,
    @Description("When it was received. Only Microsoft Graph has it.") @Nullable Instant receivedAt,
    @Description("What was done with it, such as `DELIVERED` or `BLOCKED`.") @Nullable
        String deliveryAction,
    @Description("Where it was put, such as `INBOX` or `QUARANTINE`. Only Microsoft Graph has it.")
        @Nullable
        String deliveryLocation,
    @Description("Which way it went, such as `INBOUND`. Only Microsoft Graph has it.") @Nullable
        String direction,
    @Description("The language it is written in. Only Microsoft Graph has it.") @Nullable
        String language,
    @Description("Its id in its `Message-ID` header. Only Microsoft Graph has it.") @Nullable
        String internetMessageId,
    @Description(
            "Its id in Microsoft 365, a GUID; `NetworkMessageId` in hunting tables. Only Microsoft Graph has it.")
        @Nullable
        String networkMessageId,
    @Description("The id that automated investigations know it by. Only Microsoft Graph has it.")
        @Nullable
        String urn,
    @Description("How many attachments it has. Only Microsoft Graph has it.") @Nullable
        Long attachmentCount,
    @Description("How many web addresses it has. Only Microsoft Graph has it.") @Nullable
        Long urlCount,
    @Description(
            "The web addresses in it. Treat them as dangerous: do not make them links. Only Microsoft Graph has it.")
        List<@NonNull String> urls,
    @Description("The threats found in it. Only Microsoft Graph has it.")
        List<@NonNull String> threats,
    @Description("How the threats were found. Only Microsoft Graph has it.")
        List<@NonNull String> threatDetectionMethods)
    implements EvidenceView {

  static MailMessageEvidenceView of(MailMessageEvidence evidence) {
    return new MailMessageEvidenceView(
        FindingView.of(evidence.finding()),
        evidence.sender() == null ? null : MailSenderView.of(evidence.sender()),
        evidence.envelopeSender() == null ? null : MailSenderView.of(evidence.envelopeSender()),
        evidence.senderIp(),
        evidence.recipient(),
        evidence.subject(),
        evidence.receivedAt(),
        evidence.deliveryAction(),
        evidence.deliveryLocation(),
        evidence.direction(),
        evidence.language(),
        evidence.internetMessageId(),
        evidence.networkMessageId(),
        evidence.urn(),
        evidence.attachmentCount(),
        evidence.urlCount(),
        evidence.urls(),
        evidence.threats(),
        evidence.threatDetectionMethods());
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.incident.Alert;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code Alert}. */
@Type("Alert")
@Description(
    "One suspicious finding of a Defender product. Alerts that belong together make up an incident.")
@DefaultNonNull
public record AlertView(
    @Description("The alert's id; `AlertId` in hunting tables.") @Id String id,
    @Description("The id of the incident that it belongs to.") @Nullable String incidentId,
    @Description("What was found, in a few words.") String title,
    @Description("What was found, at length.") @Nullable String description,
    @Description(
            "The kind of attack step, in MITRE ATT&CK's names without spaces, such as `Execution`.")
        @Nullable
        String category,
    @Description("All kinds of attack step, where there are several; else the one of `category`.")
        List<@NonNull String> categories,
    @Description("How far the work on it is.") AlertStatusView status,
    @Description("How much harm is to be expected.") SeverityView severity,
    @Description("Whether it was a real threat, as an analyst decided.")
        ClassificationView classification,
    @Description("What kind of threat it was, as an analyst decided.")
        DeterminationView determination,
    @Description(
            "The product that raised it, such as `MICROSOFT_DEFENDER_FOR_ENDPOINT`; the list is open.")
        @Nullable
        String serviceSource,
    @Description("What in the product detected it, such as `ANTIVIRUS`; the list is open.")
        @Nullable
        String detectionSource,
    @Description("The id of the detector, by which alerts of one kind can be counted.") @Nullable
        String detectorId,
    @Description(
            "The product's name for people, such as `Microsoft Defender for Endpoint`. Only Microsoft Graph has it.")
        @Nullable
        String productName,
    @Description("The alert's id in the product that raised it. Only Microsoft Graph has it.")
        @Nullable
        String providerAlertId,
    @Description(
            "The id of the policy that raised it, where a policy did. Only Microsoft Graph has it.")
        @Nullable
        String alertPolicyId,
    @Description("Who works on it, such as `alice@contoso.com`; null when nobody does.") @Nullable
        String assignedTo,
    @Description("The group of attackers it is attributed to, where there is one.") @Nullable
        String actorName,
    @Description("The family of malware, such as `Emotet`.") @Nullable String threatFamilyName,
    @Description(
            "The malware's name, such as `Trojan:Win32/Emotet.A`. Only Microsoft Graph has it.")
        @Nullable
        String threatDisplayName,
    @Description(
            "How far the automated investigation is, such as `RUNNING` or `SUCCESSFULLY_REMEDIATED`; the list is open.")
        @Nullable
        String investigationState,
    @Description("The id of the automated investigation. Only the Defender API has it.") @Nullable
        String investigationId,
    @Description("When it was raised.") @Nullable Instant createdAt,
    @Description("When it was last changed.") @Nullable Instant updatedAt,
    @Description("When it was resolved; null while it is not.") @Nullable Instant resolvedAt,
    @Description("When the earliest activity in it took place.") @Nullable Instant firstActivityAt,
    @Description("When the latest activity in it took place.") @Nullable Instant lastActivityAt,
    @Description("The MITRE ATT&CK techniques, such as `T1059.001`.")
        List<@NonNull String> mitreTechniques,
    @Description("The devices it touches.") List<@NonNull DeviceView> devices,
    @Description(
            "What else it touches: files, processes, accounts, addresses, mails and so on. Ask for a kind with a fragment: `... on FileEvidence { file { name } }`.")
        List<@NonNull EvidenceView> evidence,
    @Description("What people remarked on it. Only Microsoft Graph has it.")
        List<@NonNull CommentView> comments,
    @Description("Tags that Defender gave it. Only Microsoft Graph has it.")
        List<@NonNull String> systemTags,
    @Description("What Microsoft recommends to do about it. Only Microsoft Graph has it.") @Nullable
        String recommendedActions,
    @Description(
            "The id of the Microsoft Entra tenant it was raised in, a GUID. Only Microsoft Graph has it.")
        @Nullable
        String tenantId,
    @Description("Where people look at it in the Defender portal. Only Microsoft Graph has it.")
        @Nullable
        String portalUrl,
    @Description(
            "What the product adds in a form of its own, as a JSON object. Only Microsoft Graph has it.")
        JsonValue additionalData,
    @Description(
            "What a custom detection rule adds, as a JSON object. Only Microsoft Graph has it.")
        JsonValue customDetails,
    @Description("The enum values that this version of Huntgate does not know.")
        List<@NonNull UnrecognizedView> unrecognized) {

  static AlertView of(Alert alert) {
    return new AlertView(
        alert.id(),
        alert.incidentId(),
        alert.title(),
        alert.description(),
        alert.category(),
        alert.categories(),
        AlertStatusView.of(alert.status()),
        SeverityView.of(alert.severity()),
        ClassificationView.of(alert.classification()),
        DeterminationView.of(alert.determination()),
        alert.serviceSource(),
        alert.detectionSource(),
        alert.detectorId(),
        alert.productName(),
        alert.providerAlertId(),
        alert.alertPolicyId(),
        alert.assignedTo(),
        alert.actorName(),
        alert.threatFamilyName(),
        alert.threatDisplayName(),
        alert.investigationState(),
        alert.investigationId(),
        alert.createdAt(),
        alert.updatedAt(),
        alert.resolvedAt(),
        alert.firstActivityAt(),
        alert.lastActivityAt(),
        alert.mitreTechniques(),
        alert.devices().stream().map(DeviceView::of).toList(),
        alert.evidence().stream().map(EvidenceView::of).toList(),
        alert.comments().stream().map(CommentView::of).toList(),
        alert.systemTags(),
        alert.recommendedActions(),
        alert.tenantId(),
        alert.portalUrl() == null ? null : alert.portalUrl().toString(),
        JsonValues.of(alert.additionalData()),
        JsonValues.of(alert.customDetails()),
        alert.unrecognized().stream().map(UnrecognizedView::of).toList());
  }
}

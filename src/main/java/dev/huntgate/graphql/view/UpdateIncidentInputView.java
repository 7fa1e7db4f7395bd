package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import io.smallrye.graphql.api.ToScalar;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The GraphQL input {@code UpdateIncidentInput}. */
@Input("UpdateIncidentInput")
@Description(
    "Which incident to change, and what is to become of it. What is left out stays as it is.")
public record UpdateIncidentInputView(
    @Description("The incident's id, such as `924565`.") @Id @NonNull String id,
    @Description("How far the work is from now on: `ACTIVE`, `IN_PROGRESS` or `RESOLVED`.")
        @Nullable
        IncidentStatusView status,
    @Description(
            "Who works on it from now on, such as `alice@contoso.com`; null, written out, for nobody.")
        @Nullable
        String assignedTo,
    @Description(
            "Whether it was a real threat; `UNKNOWN` to take that back. Give the `determination`"
                + " that goes with it, too.")
        @Nullable
        ClassificationView classification,
    @Description(
            "What kind of threat or activity it was; only together with `classification`. For"
                + " `TRUE_POSITIVE`: `MULTI_STAGED_ATTACK`, `MALICIOUS_USER_ACTIVITY`,"
                + " `COMPROMISED_ACCOUNT`, `MALWARE`, `PHISHING`, `UNWANTED_SOFTWARE`, `OTHER`. For"
                + " `FALSE_POSITIVE`: `NOT_MALICIOUS`, `NOT_ENOUGH_DATA_TO_VALIDATE`, `OTHER`. For"
                + " `INFORMATIONAL_EXPECTED_ACTIVITY`: `SECURITY_TESTING`,"
                + " `LINE_OF_BUSINESS_APPLICATION`, `CONFIRMED_ACTIVITY`, `OTHER`. For `UNKNOWN`:"
                + " `UNKNOWN`.")
        @Nullable
        DeterminationView determination,
    @Description(
            "All its tags from now on, at most 50 of at most 100 characters, in place of those that"
                + " people gave it before; `[]` for none.")
        @Nullable
        List<@NonNull String> tags,
    @Description(
            "A comment to add, of at most 1000 characters; your name is put behind it. When left out,"
                + " a comment says what you changed.")
        @Nullable
        String comment,
    @Description(
            "The incident's `updatedAt` as you know it. When somebody changed it since, it is left as"
                + " it is, and the error `CONFLICT` says under `extensions.current` what is there now."
                + " The check costs one more upstream call.")
        @ToScalar(Scalar.DateTime.class)
        @Nullable
        String ifLastUpdatedAt) {}

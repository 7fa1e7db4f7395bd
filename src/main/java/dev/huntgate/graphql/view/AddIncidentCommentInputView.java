package dev.huntgate.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The GraphQL input {@code AddIncidentCommentInput}. */
@Input("AddIncidentCommentInput")
@Description("What to remark on which incident.")
public record AddIncidentCommentInputView(
    @Description("The incident's id, such as `924565`.") @Id @NonNull String id,
    @Description(
            "What to remark, at most 1000 characters; your name is put behind it, such as `(alice"
                + " via Huntgate)`.")
        @NonNull
        String comment) {}

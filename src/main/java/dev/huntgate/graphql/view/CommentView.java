package dev.huntgate.graphql.view;

import dev.huntgate.incident.Comment;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code Comment}. */
@Type("Comment")
@Description("A remark that somebody left on an incident or alert.")
@DefaultNonNull
public record CommentView(
    @Description("What it says.") String text,
    @Description("Who wrote it, as upstream names them: a person's address or an application.")
        @Nullable
        String createdBy,
    @Description("When it was written.") @Nullable Instant createdAt) {

  static CommentView of(Comment comment) {
    return new CommentView(comment.text(), comment.createdBy(), comment.createdAt());
  }
}

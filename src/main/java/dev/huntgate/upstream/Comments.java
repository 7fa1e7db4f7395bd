package dev.huntgate.upstream;

import dev.huntgate.incident.Comment;
import java.util.List;

/** Reads comments, whose field names differ between the families and between their documents. */
public final class Comments {

  private Comments() {}

  public static List<Comment> of(Fields owner) {
    return owner.objects(
        "comments",
        comment ->
            new Comment(
                comment.textOr("", "comment"),
                comment.text("createdByDisplayName", "createdBy"),
                comment.time("createdDateTime", "createdTime", "createTime")));
  }
}

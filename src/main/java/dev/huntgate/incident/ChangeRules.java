package dev.huntgate.incident;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change may hold, so that upstream is not asked for what it would refuse.
 *
 * <p>Upstream publishes no lengths; those here are ours.
 */
final class ChangeRules {

  static final int LONGEST_COMMENT = 1_000;
  static final int LONGEST_OWNER = 256;
  static final int LONGEST_TAG = 100;
  static final int MOST_TAGS = 50;

  private static final List<IncidentStatus> STATUSES =
      List.of(IncidentStatus.ACTIVE, IncidentStatus.IN_PROGRESS, IncidentStatus.RESOLVED);

  private ChangeRules() {}

  /** What is wrong with a change, if anything is. */
  static Optional<Failure> wrong(IncidentChange change) {
    if (!change.changesFields() && change.comment() == null) {
      return invalid(
          "status",
          "There is nothing to change; give at least one of status, assignedTo, classification,"
              + " determination, tags and comment.");
    }
    if (change.status() != null && !STATUSES.contains(change.status())) {
      return invalid("status", "status can be set to one of " + names(STATUSES) + " only.");
    }
    return verdict(change.classification(), change.determination())
        .or(() -> owner(change.assignedTo()))
        .or(() -> tags(change.tags()))
        .or(() -> comment(change.comment()));
  }

  /** What is wrong with a remark, if anything is. */
  static Optional<Failure> comment(@Nullable String comment) {
    if (comment == null) {
      return Optional.empty();
    }
    if (comment.isBlank()) {
      return invalid("comment", "comment has to say something.");
    }
    return comment.length() <= LONGEST_COMMENT
        ? Optional.empty()
        : tooMuch(
            "comment",
            "comment may have at most "
                + LONGEST_COMMENT
                + " characters, not "
                + comment.length()
                + ".");
  }

  private static Optional<Failure> verdict(
      @Nullable Classification classification, @Nullable Determination determination) {
    if (classification == Classification.UNRECOGNIZED) {
      return invalid(
          "classification",
          "classification can be set to one of UNKNOWN, TRUE_POSITIVE, FALSE_POSITIVE,"
              + " INFORMATIONAL_EXPECTED_ACTIVITY only.");
    }
    if (determination == null) {
      return Optional.empty();
    }
    if (classification == null) {
      return invalid(
          "determination",
          "determination can be set only together with the classification that it details.");
    }
    List<Determination> allowed = Verdicts.of(classification);
    return allowed.contains(determination)
        ? Optional.empty()
        : invalid(
            "determination",
            "With classification "
                + classification
                + ", determination can be one of "
                + names(allowed)
                + ", not "
                + determination
                + ".");
  }

  private static Optional<Failure> owner(@Nullable String owner) {
    if (owner == null || owner.isEmpty()) {
      return Optional.empty();
    }
    if (owner.isBlank() || hasControls(owner)) {
      return invalid(
          "assignedTo",
          "assignedTo has to be a user's name, such as alice@contoso.com; null for nobody.");
    }
    return owner.length() <= LONGEST_OWNER
        ? Optional.empty()
        : tooMuch("assignedTo", "assignedTo may have at most " + LONGEST_OWNER + " characters.");
  }

  private static Optional<Failure> tags(@Nullable List<String> tags) {
    if (tags == null) {
      return Optional.empty();
    }
    if (tags.size() > MOST_TAGS) {
      return tooMuch("tags", "tags may be at most " + MOST_TAGS + ", not " + tags.size() + ".");
    }
    if (tags.stream().anyMatch(tag -> tag.isBlank() || hasControls(tag))) {
      return invalid("tags", "Every tag has to have text, on one line.");
    }
    return tags.stream().noneMatch(tag -> tag.length() > LONGEST_TAG)
        ? Optional.empty()
        : tooMuch("tags", "A tag may have at most " + LONGEST_TAG + " characters.");
  }

  private static boolean hasControls(String text) {
    return text.codePoints().anyMatch(Character::isISOControl);
  }

  private static Optional<Failure> invalid(String argument, String message) {
    return Optional.of(new InvalidArgument(argument, message));
  }

  private static Optional<Failure> tooMuch(String argument, String message) {
    return Optional.of(new LimitExceeded(argument, message));
  }

  private static String names(List<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}

package dev.huntgate.graphql.view;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentContent;
import dev.huntgate.incident.IncidentFilter;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import io.smallrye.graphql.api.ToScalar;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The GraphQL input {@code IncidentFilter}. */
@Input("IncidentFilter")
@Description(
    "Which incidents are wanted. What is left out does not restrict; what is given has to hold all"
        + " together.")
public record IncidentFilterView(
    @Description("One of these severities, such as `[HIGH, MEDIUM]`.") @Nullable
        List<@NonNull SeverityView> severities,
    @Description("One of these states of work, such as `[ACTIVE, IN_PROGRESS]`.") @Nullable
        List<@NonNull IncidentStatusView> statuses,
    @Description("One of these classifications.") @Nullable
        List<@NonNull ClassificationView> classifications,
    @Description("One of these determinations.") @Nullable
        List<@NonNull DeterminationView> determinations,
    @Description(
            "Who works on it, such as `alice@contoso.com`, in any case of letters; an empty string"
                + " for incidents that nobody works on.")
        @Nullable
        String assignedTo,
    @Description("Created at this time or later, such as `2026-03-01T00:00:00Z`.")
        @ToScalar(Scalar.DateTime.class)
        @Nullable
        String createdFrom,
    @Description("Created before this time, such as `2026-04-01T00:00:00Z`.")
        @ToScalar(Scalar.DateTime.class)
        @Nullable
        String createdBefore,
    @Description("Last changed at this time or later.") @ToScalar(Scalar.DateTime.class) @Nullable
        String updatedFrom,
    @Description("Last changed before this time.") @ToScalar(Scalar.DateTime.class) @Nullable
        String updatedBefore,
    @Description("With one of these tags that people gave it, in any case of letters.") @Nullable
        List<@NonNull String> tags,
    @Description(
            "With an alert of one of these products, such as `MICROSOFT_DEFENDER_FOR_ENDPOINT`; an"
                + " alert's `serviceSource` has the name. Alerts are read to know.")
        @Nullable
        List<@NonNull String> serviceSources,
    @Description(
            "With an alert of one of these MITRE ATT&CK techniques, such as `T1059`, or of a"
                + " sub-technique of one, such as `T1059.001`. Alerts are read to know.")
        @Nullable
        List<@NonNull String> techniques,
    @Description(
            "With each of these words, or parts of words, in its id, name, owner, tags or comments,"
                + " in any case of letters; at most 200 characters.")
        @Nullable
        String text) {

  private static final int MOST_WORDS = 50;
  private static final int LONGEST_TEXT = 200;

  /** The filter that this is the view of. */
  public IncidentFilter filter() {
    return new IncidentFilter(
        values(severities, SeverityView::value),
        values(statuses, IncidentStatusView::value),
        values(classifications, ClassificationView::value),
        values(determinations, DeterminationView::value),
        assignedTo,
        TimeArgument.read("filter.", "createdFrom", createdFrom),
        TimeArgument.read("filter.", "createdBefore", createdBefore),
        TimeArgument.read("filter.", "updatedFrom", updatedFrom),
        TimeArgument.read("filter.", "updatedBefore", updatedBefore),
        new IncidentContent(
            words("tags", tags),
            words("serviceSources", serviceSources),
            words("techniques", techniques),
            text == null ? null : bounded("text", text)));
  }

  private static List<String> words(String field, @Nullable List<String> words) {
    if (words == null) {
      return List.of();
    }
    if (words.size() > MOST_WORDS) {
      throw tooMuch(field, field + " may be at most " + MOST_WORDS + ", not " + words.size() + ".");
    }
    return words.stream().map(word -> bounded(field, word)).toList();
  }

  private static String bounded(String field, String text) {
    if (text.isBlank()) {
      throw new FailureException(
          new InvalidArgument(
              "filter." + field, field + " has to say something; leave it out for any."));
    }
    if (text.length() > LONGEST_TEXT) {
      throw tooMuch(field, field + " may have at most " + LONGEST_TEXT + " characters.");
    }
    return text;
  }

  private static FailureException tooMuch(String field, String message) {
    return new FailureException(new LimitExceeded("filter." + field, message));
  }

  private static <V, T> List<T> values(@Nullable List<V> views, Function<V, T> value) {
    return views == null ? List.of() : views.stream().map(value).distinct().sorted().toList();
  }
}

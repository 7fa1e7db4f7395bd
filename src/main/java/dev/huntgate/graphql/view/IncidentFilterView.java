package dev.huntgate.graphql.view;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.FailureException;
import dev.huntgate.incident.IncidentFilter;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Scalar;
import io.smallrye.graphql.api.ToScalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
        String updatedBefore) {

  /** The filter that this is the view of. */
  public IncidentFilter filter() {
    return new IncidentFilter(
        values(severities, SeverityView::value),
        values(statuses, IncidentStatusView::value),
        values(classifications, ClassificationView::value),
        values(determinations, DeterminationView::value),
        assignedTo,
        time("createdFrom", createdFrom),
        time("createdBefore", createdBefore),
        time("updatedFrom", updatedFrom),
        time("updatedBefore", updatedBefore));
  }

  /* Read here, for the engine's own refusal names neither the field nor what to write. */
  private static @Nullable Instant time(String field, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new FailureException(
          new InvalidArgument(
              "filter." + field,
              field + " has to be a time with its zone, such as 2026-03-01T00:00:00Z."));
    }
  }

  private static <V, T> List<T> values(@Nullable List<V> views, Function<V, T> value) {
    return views == null ? List.of() : views.stream().map(value).distinct().sorted().toList();
  }
}

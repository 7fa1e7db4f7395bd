package dev.huntgate.graphql.view;

import dev.huntgate.failure.Failure;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code IncidentUpdateError}. */
@Type("IncidentUpdateError")
@Description("Why an incident was not changed, as `updateIncident` would have said it in an error.")
@DefaultNonNull
public record IncidentUpdateErrorView(
    @Description("The code that programs go by, such as `NOT_FOUND` or `QUOTA_EXHAUSTED`.")
        String code,
    @Description("What happened and what to do, in words.") String message,
    @Description("The earliest time at which changing it again makes sense, where waiting helps.")
        @Nullable
        Instant retryAt,
    @Description("The id under which Microsoft's support finds the request, where there is one.")
        @Nullable
        String upstreamRequestId) {

  static IncidentUpdateErrorView of(Failure failure) {
    return new IncidentUpdateErrorView(
        failure.code().name(), failure.message(), failure.retryAt(), failure.upstreamRequestId());
  }
}

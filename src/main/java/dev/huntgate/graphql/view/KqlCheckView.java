package dev.huntgate.graphql.view;

import dev.huntgate.kql.CanonicalKql;
import dev.huntgate.kql.KqlCheck;
import dev.huntgate.kql.KqlReading;
import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code KqlCheck}. */
@Type("KqlCheck")
@Description(
    "What can be told of a query without running it. Where the query could not be parsed, the rest is"
        + " read off as far as it goes.")
@DefaultNonNull
public record KqlCheckView(
    @Description("What is wrong with the query or could be better, in the order of its text.")
        List<@NonNull KqlDiagnosticView> diagnostics,
    @Description(
            "The tables it reads, in the order it names them. A name with a star, such as `Device*`,"
                + " stands for all that are named so, and `*` for all there are.")
        List<@NonNull String> tables,
    @Description(
            "The columns of these tables that it uses by name, in the order it names them; none when"
                + " it could not be parsed.")
        List<@NonNull String> columns,
    @Description(
            "How far it looks back from now, as ISO 8601 such as `PT168H`, by its filters on time;"
                + " null when it has none. Upstream holds the past 30 days.")
        @Nullable
        String lookBack,
    @Description("The earliest time it looks at, in ISO 8601; null when no filter says so.")
        @Nullable
        String from,
    @Description("The latest time it looks at, in ISO 8601; null when no filter says so.") @Nullable
        String to,
    @Description(
            "The most rows that the result can have, as the query limits them; null when it does"
                + " not. Upstream returns 100,000 at most.")
        @Nullable
        Long limit,
    @Description(
            "Whether a row of the result sums up rows of the tables, as after `summarize` or"
                + " `count`, rather than being one of them.")
        boolean aggregate,
    @Description(
            "The chart that `render` asks for, such as `timechart`; null without one. The rows are"
                + " the same either way.")
        @Nullable
        String render,
    @Description(
            "The form in which equal queries are equal, and share one kept result: without comments,"
                + " with single spaces.")
        String canonical) {

  /** The view of a check. */
  public static KqlCheckView of(KqlCheck check, CanonicalKql canonical) {
    KqlReading reading = check.reading();
    return new KqlCheckView(
        check.diagnostics().stream().map(KqlDiagnosticView::of).toList(),
        reading.tables(),
        reading.columns(),
        reading.lookBack().map(Duration::toString).orElse(null),
        reading.window().from().map(Instant::toString).orElse(null),
        reading.window().to().map(Instant::toString).orElse(null),
        reading.shape().limit().orElse(null),
        reading.shape().aggregate(),
        reading.shape().render().orElse(null),
        canonical.text());
  }
}

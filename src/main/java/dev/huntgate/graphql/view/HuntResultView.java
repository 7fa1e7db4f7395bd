package dev.huntgate.graphql.view;

import dev.huntgate.cache.StoredResult;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.result.Result;
import io.smallrye.graphql.api.DefaultNonNull;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/**
 * The GraphQL type {@code HuntResult}.
 *
 * @param stored the result, whose rows the field {@code rows} pages through
 */
@Type("HuntResult")
@Description("What a hunt found.")
@DefaultNonNull
public record HuntResultView(
    @Description("The result's id, opaque; good while Huntgate keeps the result.") @Id String id,
    @Description("How many rows it has in all, on every page together; at most 100000.")
        int rowCount,
    @Description(
            "Whether upstream's limit of 100000 rows was met, so that rows may be missing: narrow"
                + " the query, or summarize in it.")
        boolean truncated,
    @Description("What you should know about this query or result, in words; empty for most.")
        List<@NonNull String> warnings,
    @Description("The columns, in the order of the values in each row.")
        List<@NonNull ColumnView> columns,
    @Description(
            "The running time that it cost the tenant, as ISO 8601 such as `PT1.5S`: upstream's"
                + " own statement, else the time it took by Huntgate's clock.")
        String runningTime,
    @Description("Where the result came from, and how long it is good for.") CacheView cache,
    @Ignore StoredResult stored) {

  /** The view of a hunt. */
  public static HuntResultView of(Hunt hunt) {
    Result result = hunt.stored().result();
    return new HuntResultView(
        hunt.stored().id(),
        result.rowCount(),
        hunt.truncated(),
        hunt.warnings(),
        result.columns().stream().map(ColumnView::of).toList(),
        hunt.stored().runningTime().toString(),
        CacheView.of(hunt),
        hunt.stored());
  }
}

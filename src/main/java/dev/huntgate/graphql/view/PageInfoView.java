package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.DefaultNonNull;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code PageInfo}. */
@Type("PageInfo")
@Description("Where a page lies in the whole list.")
@DefaultNonNull
public record PageInfoView(
    @Description(
            "Whether more may follow: then ask again with `after` set to `endCursor`. A page may be"
                + " short, even empty, although more follow.")
        boolean hasNextPage,
    @Description("Whether something comes before this page: true when `after` was given.")
        boolean hasPreviousPage,
    @Description("The cursor of the first on this page; null when the page is empty.") @Nullable
        String startCursor,
    @Description(
            "The cursor to go on from; null when there is nothing to go on from. Keep the other"
                + " arguments the same when you use it.")
        @Nullable
        String endCursor) {}

package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.DefaultNonNull;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code RowEdge}. */
@Type("RowEdge")
@Description("A row with its place in the result.")
@DefaultNonNull
public record RowEdgeView(
    @Description("The place just behind this row: give it as `after` to go on from here.")
        String cursor,
    @Description("The row: a JSON array with one value per column, in the order of `columns`.")
        JsonValue node) {}

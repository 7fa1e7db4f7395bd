package dev.huntgate.graphql.view;

import io.smallrye.graphql.api.DefaultNonNull;
import jakarta.json.JsonValue;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** The GraphQL type {@code RowConnection}. */
@Type("RowConnection")
@Description("One page of a result's rows.")
@DefaultNonNull
public record RowConnectionView(
    @Description(
            "The rows on this page: each a JSON array with one value per column, in the order of"
                + " `columns`.")
        List<@NonNull JsonValue> nodes,
    @Description("The rows on this page, each with its cursor.") List<@NonNull RowEdgeView> edges,
    @Description("Where this page lies in the whole result.") PageInfoView pageInfo) {}

package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.export.ExportFormat;
import dev.huntgate.export.ExportLinks;
import dev.huntgate.graphql.view.ExportsView;
import dev.huntgate.graphql.view.HuntResultView;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** The field of a result that makes links to its files. */
@GraphQLApi
public class ExportQueries {

  private final ExportLinks links;
  private final CurrentCaller caller;
  private final Context context;

  ExportQueries(ExportLinks links, CurrentCaller caller, Context context) {
    this.links = links;
    this.caller = caller;
    this.context = context;
  }

  @Name("exports")
  @Description(
      "Links to download the whole result as a file, made anew for each answer. Null when the"
          + " result was too large to be kept. Needs the permission `export`.")
  public @Nullable Uni<ExportsView> exports(@Source HuntResultView hunt) {
    DataFetchingEnvironment asked = context.unwrap(DataFetchingEnvironment.class);
    Readiness.spoil(asked);
    Caller asking = caller.get();
    links.require(asking, hunt.stored());
    if (hunt.cache().expiresAt() == null) {
      return Uni.createFrom().nullItem();
    }
    return Uni.combine()
        .all()
        .unis(
            link(asked, asking, hunt, "csv", ExportFormat.CSV),
            link(asked, asking, hunt, "ndjson", ExportFormat.NDJSON))
        .with((csv, ndjson) -> new ExportsView(csv.orElse(null), ndjson.orElse(null)));
  }

  private Uni<Optional<String>> link(
      DataFetchingEnvironment asked,
      Caller asking,
      HuntResultView hunt,
      String field,
      ExportFormat format) {
    return SelectedFields.has(field, asked.getSelectionSet())
        ? links.link(asking, hunt.id(), format).map(Optional::of)
        : Uni.createFrom().item(Optional.empty());
  }
}

package dev.huntgate.graphql;

import dev.huntgate.export.ExportFormat;
import dev.huntgate.export.ExportLinks;
import dev.huntgate.graphql.view.ExportsView;
import dev.huntgate.graphql.view.HuntResultView;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** The field of a result that makes links to its files. */
@GraphQLApi
public class ExportQueries {

  private final ExportLinks links;
  private final CurrentTenant tenant;
  private final Context context;

  ExportQueries(ExportLinks links, CurrentTenant tenant, Context context) {
    this.links = links;
    this.tenant = tenant;
    this.context = context;
  }

  @Name("exports")
  @Description(
      "Links to download the whole result as a file, made anew for each answer. Null when the"
          + " result was too large to be kept.")
  public @Nullable Uni<ExportsView> exports(@Source HuntResultView hunt) {
    DataFetchingEnvironment asked = context.unwrap(DataFetchingEnvironment.class);
    Readiness.spoil(asked);
    boolean kept = hunt.cache().expiresAt() != null;
    return Uni.createFrom()
        .item(
            kept
                ? new ExportsView(
                    link(asked, hunt, "csv", ExportFormat.CSV),
                    link(asked, hunt, "ndjson", ExportFormat.NDJSON))
                : null);
  }

  private @org.jspecify.annotations.Nullable String link(
      DataFetchingEnvironment asked, HuntResultView hunt, String field, ExportFormat format) {
    return asked.getSelectionSet().contains(field)
        ? links.link(tenant.get(), hunt.id(), format)
        : null;
  }
}

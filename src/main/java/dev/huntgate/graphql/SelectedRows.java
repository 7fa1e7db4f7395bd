package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.FailureException;
import dev.huntgate.result.RowRange;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a result that the selection under a field needs. */
final class SelectedRows {

  private SelectedRows() {}

  /** Those of the pages that are selected; all where rows are counted, sorted or filtered. */
  static RowRange of(Tenant tenant, DataFetchingEnvironment hunt) {
    if (SelectedFields.has("summary", hunt.getSelectionSet())) {
      return RowRange.ALL;
    }
    if (!SelectedFields.named("rows", hunt.getSelectionSet())
        .map(SelectedField::getArguments)
        .allMatch(SelectedRows::arePlain)) {
      return RowRange.ALL;
    }
    try {
      return RowsRequest.selectedUnder(hunt).stream()
          .map(request -> page(tenant, request))
          .reduce(RowRange.NONE, RowRange::and);
    } catch (FailureException badPage) {
      // The page's own field says what is wrong with it.
      return RowRange.ALL;
    }
  }

  private static boolean arePlain(Map<String, Object> arguments) {
    return isNone(arguments.get("filter")) && isNone(arguments.get("orderBy"));
  }

  private static boolean isNone(@Nullable Object conditions) {
    return conditions == null || conditions.equals(List.of());
  }

  private static RowRange page(Tenant tenant, RowsRequest request) {
    String after = request.after();
    int from = after == null ? 0 : Math.max(0, RowCursor.decode(tenant, after).next());
    return new RowRange(from, (int) Math.min(Integer.MAX_VALUE, (long) from + request.first()));
  }
}

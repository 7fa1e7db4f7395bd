package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.ResultGone;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.view.HuntResultView;
import dev.huntgate.graphql.view.PageInfoView;
import dev.huntgate.graphql.view.RowConnectionView;
import dev.huntgate.graphql.view.RowEdgeView;
import dev.huntgate.result.Result;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Cuts pages out of a hunt's rows. */
final class RowPages {

  private RowPages() {}

  /**
   * A page of rows.
   *
   * @param withEdges whether the rows are wanted as edges too: thousands of cursors cost time
   */
  static RowConnectionView page(
      Tenant tenant, HuntResultView hunt, RowsRequest request, boolean withEdges) {
    Result result = hunt.stored().result();
    int from = request.after() == null ? 0 : next(tenant, hunt, request.after());
    int to = Math.min(result.rowCount(), from + request.first());
    IntFunction<String> cursorBehind =
        index -> new RowCursor(hunt.id(), "", index + 1).encode(tenant);
    List<JsonValue> nodes =
        IntStream.range(from, to).mapToObj(index -> RowValues.of(result.row(index))).toList();
    List<RowEdgeView> edges =
        IntStream.range(from, withEdges ? to : from)
            .mapToObj(index -> new RowEdgeView(cursorBehind.apply(index), nodes.get(index - from)))
            .toList();
    return new RowConnectionView(
        nodes,
        edges,
        new PageInfoView(
            to < result.rowCount(),
            request.after() != null,
            nodes.isEmpty() ? null : cursorBehind.apply(from),
            nodes.isEmpty() ? null : cursorBehind.apply(to - 1)));
  }

  private static int next(Tenant tenant, HuntResultView hunt, String after) {
    RowCursor cursor = RowCursor.decode(tenant, after);
    if (!cursor.resultId().equals(hunt.id())) {
      throw new FailureException(
          new ResultGone(
              "after", "The result that after points into is no longer kept; begin again."));
    }
    return Math.max(0, Math.min(cursor.next(), hunt.rowCount()));
  }
}

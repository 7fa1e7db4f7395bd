package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.failure.Failure.ResultGone;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.view.PageInfoView;
import dev.huntgate.graphql.view.RowConnectionView;
import dev.huntgate.graphql.view.RowEdgeView;
import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Cuts pages out of a hunt's rows. */
final class RowPages {

  private static final int ROW_BYTES = 1_024;

  private RowPages() {}

  /**
   * A page of rows.
   *
   * @param rows all that were selected, with the columns that are wanted
   * @param withEdges whether the rows are wanted as edges too: thousands of cursors cost time
   */
  static RowConnectionView page(
      Tenant tenant, String resultId, Rows rows, RowsRequest request, boolean withEdges) {
    String view = rows.fingerprint();
    int from = request.after() == null ? 0 : next(tenant, resultId, rows, request.after());
    int to = Math.min(rows.size(), from + request.first());
    IntFunction<String> cursorBehind =
        index -> new RowCursor(resultId, view, index + 1).encode(tenant);
    List<JsonValue> nodes = nodes(rows, from, to);
    List<RowEdgeView> edges =
        IntStream.range(from, withEdges ? to : from)
            .mapToObj(index -> new RowEdgeView(cursorBehind.apply(index), nodes.get(index - from)))
            .toList();
    return RowConnectionView.of(
        rows,
        nodes,
        edges,
        new PageInfoView(
            to < rows.size(),
            request.after() != null,
            nodes.isEmpty() ? null : cursorBehind.apply(from),
            nodes.isEmpty() ? null : cursorBehind.apply(to - 1)));
  }

  private static List<JsonValue> nodes(Rows rows, int from, int to) {
    Utf8Buffer row = new Utf8Buffer(ROW_BYTES);
    List<JsonValue> nodes = new ArrayList<>(to - from);
    for (int index = from; index < to; index++) {
      row.clear();
      rows.writeArray(index, row);
      nodes.add(new RowJson(row.toByteArray()));
    }
    return new RowList(nodes);
  }

  private static int next(Tenant tenant, String resultId, Rows rows, String after) {
    RowCursor cursor = RowCursor.decode(tenant, after);
    if (!cursor.resultId().equals(resultId)) {
      throw new FailureException(
          new ResultGone(
              "after", "The result that after points into is no longer kept; begin again."));
    }
    if (!cursor.view().equals(rows.fingerprint())) {
      throw SealedCursor.refusal();
    }
    return Math.max(0, Math.min(cursor.next(), rows.size()));
  }
}

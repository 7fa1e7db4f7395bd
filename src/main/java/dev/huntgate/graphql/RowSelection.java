package dev.huntgate.graphql;

import dev.huntgate.cache.RowViews;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.graphql.view.RowConditionView;
import dev.huntgate.graphql.view.RowOrderView;
import dev.huntgate.result.Condition;
import dev.huntgate.result.Order;
import dev.huntgate.result.Rows;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of a result's rows a caller wants, and in which order. */
record RowSelection(List<Condition> filter, List<Order> orders) {

  static RowSelection of(
      @Nullable List<RowConditionView> filter, @Nullable List<RowOrderView> orderBy) {
    return new RowSelection(
        filter == null ? List.of() : filter.stream().map(RowConditionView::condition).toList(),
        orderBy == null ? List.of() : orderBy.stream().map(RowOrderView::order).toList());
  }

  /** The rows; made on a worker's thread where making them takes time. */
  Uni<Rows> rows(StoredResult stored, RowViews views) {
    Rows known = views.known(stored, filter, orders);
    return known != null
        ? Uni.createFrom().item(known)
        : Uni.createFrom()
            .item(() -> views.of(stored, filter, orders))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}

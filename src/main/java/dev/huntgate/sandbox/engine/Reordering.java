package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The operator {@code project-reorder}: what it names comes first, the rest behind. */
final class Reordering {

  private Reordering() {}

  static Relation of(
      Translation translation, Relation relation, List<KqlParser.ReorderingContext> orders) {
    Set<Relation.Column> placed = new LinkedHashSet<>();
    for (KqlParser.ReorderingContext order : orders) {
      Predicate<String> named =
          Projections.matcher("project-reorder", relation, order.columnPattern());
      List<Relation.Column> matching = new ArrayList<>();
      relation.columns().stream()
          .filter(column -> named.test(column.name()) && !placed.contains(column))
          .forEach(matching::add);
      Comparator<String> comparator = comparator(order);
      if (comparator != null) {
        matching.sort(Comparator.comparing(Relation.Column::name, comparator));
      }
      placed.addAll(matching);
    }
    placed.addAll(relation.columns());
    SelectList items = new SelectList(translation);
    placed.forEach(column -> items.add(column.name(), column.value()));
    relation.otherNames().forEach(items::addOtherName);
    return items.over(relation);
  }

  private static @Nullable Comparator<String> comparator(KqlParser.ReorderingContext order) {
    if (order.direction == null) {
      return null;
    }
    return switch (order.direction.getText()) {
      case "asc" -> Comparator.naturalOrder();
      case "desc" -> Comparator.reverseOrder();
      default -> throw Rejections.unsupported("order", order.direction.getText());
    };
  }
}

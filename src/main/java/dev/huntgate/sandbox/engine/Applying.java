package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlNames;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs operators on each part of a table by itself: {@code mv-apply} and {@code partition}. */
final class Applying {

  private Applying() {}

  static Relation each(
      Translation translation, Relation input, KqlParser.MvApplyOperatorContext apply) {
    if (!input.carried().isEmpty()) {
      throw Rejections.semantic("The sandbox does not support 'mv-apply' inside another.");
    }
    Layer layer = new Layer(translation, input);
    SqlValue row = layer.add(KqlType.LONG, "row_number() OVER ()");
    Relation numbered = layer.relation().inParts(List.of(row.sql()));
    Relation rows = onceEach(translation, numbered);
    String id = rows.carried().get(0);
    Relation expanded =
        new Expansion(translation, "mv-apply", again(translation, rows))
            .expanded(apply.expandParameter(), apply.expandColumn(), apply.expression());
    Relation applied =
        new OperatorTranslator(translation).after(expanded, apply.subPipeline().operator());
    String appliedId = applied.carried().get(0);

    Set<String> replaced = new HashSet<>();
    apply.expandColumn().forEach(column -> replaced.add(Expansion.name(column, 0)));
    SelectList items = new SelectList(translation);
    for (Relation.Column column : rows.columns()) {
      if (!replaced.contains(column.name())) {
        Optional<Relation.Column> changed = applied.find(column.name());
        items.add(column.name(), changed.orElse(column).value());
      }
    }
    applied.columns().stream()
        .filter(column -> !items.has(column.name()))
        .forEach(column -> items.add(column.name(), column.value()));
    return items.from(
        "(" + rows.sql() + ") JOIN (" + applied.sql() + ") ON " + id + " = " + appliedId);
  }

  /** Shares the numbered rows, because numbering them twice could number them differently. */
  private static Relation onceEach(Translation translation, Relation numbered) {
    List<Relation.Column> visible = new ArrayList<>(numbered.columns());
    visible.add(new Relation.Column("\0", KqlType.LONG, numbered.carried().get(0)));
    Relation shared =
        translation.shared(
            new Relation(
                numbered.sql(), visible, List.of(), numbered.ordered(), numbered.otherNames()));
    int last = shared.columns().size() - 1;
    return new Relation(
        shared.sql(),
        shared.columns().subList(0, last),
        List.of(shared.columns().get(last).id()),
        shared.ordered(),
        shared.otherNames());
  }

  /** Returns the same rows by other names, so that they can be joined to themselves. */
  private static Relation again(Translation translation, Relation rows) {
    SelectList items = new SelectList(translation);
    rows.columns().forEach(column -> items.add(column.name(), column.value()));
    items.add("\0", SqlValue.of(KqlType.LONG, rows.carried().get(0)));
    Relation renamed = items.over(rows.inParts(List.of()));
    int last = renamed.columns().size() - 1;
    return new Relation(
        renamed.sql(),
        renamed.columns().subList(0, last),
        List.of(renamed.columns().get(last).id()),
        rows.ordered(),
        rows.otherNames());
  }

  static Relation parts(
      Translation translation, Relation input, KqlParser.PartitionOperatorContext partition) {
    if (!input.carried().isEmpty()) {
      throw Rejections.semantic("The sandbox does not support 'partition' inside another.");
    }
    if (partition.subquery().subPipeline() == null) {
      throw Rejections.semantic("The sandbox supports 'partition' only with '(' and ')'.");
    }
    String name = KqlNames.text(partition.name());
    SqlValue by =
        input
            .find(name)
            .map(Relation.Column::value)
            .orElseThrow(() -> Rejections.unresolved("partition", name));
    SummarizeTranslator.requireGroupable(by);
    Layer layer = new Layer(translation, input);
    SqlValue part = layer.add(by.type(), by.sql());
    Relation applied =
        new OperatorTranslator(translation)
            .after(
                layer.relation().inParts(List.of(part.sql())),
                partition.subquery().subPipeline().operator());
    return applied.inParts(List.of()).inAnyOrder();
  }
}

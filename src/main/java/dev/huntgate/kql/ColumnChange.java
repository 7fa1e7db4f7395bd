package dev.huntgate.kql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.jspecify.annotations.Nullable;

/** What any operator makes of the columns that come to it, and which of them it uses. */
final class ColumnChange extends ColumnLists {

  ColumnChange(ColumnFlow flow) {
    super(flow);
  }

  /* Comes to the operators of which nothing can be told. */
  @Override
  public Void visitChildren(RuleNode operator) {
    flow.become(Columns.ANY);
    return null;
  }

  @Override
  public Void visitWhereOperator(KqlParser.WhereOperatorContext where) {
    flow.value(where.expression());
    return null;
  }

  @Override
  public Void visitSearchOperator(KqlParser.SearchOperatorContext search) {
    flow.become(flow.current().opened());
    return null;
  }

  @Override
  public Void visitFindOperator(KqlParser.FindOperatorContext find) {
    flow.become(Columns.ANY);
    return null;
  }

  /** Reads the items of a list, and returns the columns that it leaves. */
  @Override
  public Void visitCountOperator(KqlParser.CountOperatorContext count) {
    String name = count.name() == null ? "Count" : KqlNames.text(count.name());
    flow.become(Columns.made(List.of(name)));
    return null;
  }

  @Override
  public Void visitJoinOperator(KqlParser.JoinOperatorContext join) {
    Columns before = flow.current();
    Columns other = flow.table(join.path());
    join.joinCondition().forEach(condition -> flow.condition(condition, before, other));
    String kind =
        join.parameter().stream()
            .map(ParseTree::getText)
            .filter(text -> text.startsWith("kind="))
            .map(text -> text.substring(5))
            .findFirst()
            .orElse("innerunique");
    flow.become(
        switch (kind) {
          case "leftanti", "leftsemi", "anti", "leftantisemi" -> before;
          case "rightanti", "rightsemi", "rightantisemi" -> other;
          default -> before.joined(other);
        });
    return null;
  }

  @Override
  public Void visitLookupOperator(KqlParser.LookupOperatorContext lookup) {
    Columns before = flow.current();
    Columns other = flow.table(lookup.path());
    lookup.joinCondition().forEach(condition -> flow.condition(condition, before, other));
    flow.become(before.joined(other));
    return null;
  }

  @Override
  public Void visitUnionOperator(KqlParser.UnionOperatorContext union) {
    boolean source = union.getParent() instanceof KqlParser.SourceOperatorContext;
    Columns all = source ? Columns.NONE : flow.current();
    if (union.tables() != null) {
      for (KqlParser.TableContext table : union.tables().table()) {
        boolean plain = table instanceof KqlParser.PlainTableContext;
        all =
            all.and(plain ? flow.table(((KqlParser.PlainTableContext) table).path()) : Columns.ANY);
      }
    }
    List<String> more = new ArrayList<>();
    for (KqlParser.ParameterContext parameter : union.parameter()) {
      if (parameter.getText().startsWith("withsource=") && parameter.parameterValue() != null) {
        more.add(parameter.parameterValue().getText().replaceAll("[\"']", ""));
      }
    }
    flow.become(all.with(more));
    return null;
  }

  @Override
  public Void visitMvExpandOperator(KqlParser.MvExpandOperatorContext expand) {
    expand(expand.expandParameter(), expand.expandColumn());
    return null;
  }

  @Override
  public Void visitMvApplyOperator(KqlParser.MvApplyOperatorContext apply) {
    expand(apply.expandParameter(), apply.expandColumn());
    if (apply.subPipeline() != null) {
      apply.subPipeline().operator().forEach(flow::apply);
    }
    // The columns that the rows had before come back, beside those of the inner operators.
    flow.become(flow.current().opened());
    return null;
  }

  private void expand(
      List<KqlParser.ExpandParameterContext> parameters,
      List<KqlParser.ExpandColumnContext> columns) {
    for (KqlParser.ExpandColumnContext column : columns) {
      flow.value(column.expression());
      Optional<String> name =
          column.name() == null
              ? Optional.ofNullable(column.expression()).flatMap(AutomaticNames::of)
              : Optional.of(KqlNames.text(column.name()));
      flow.become(name.map(n -> flow.current().with(List.of(n))).orElse(flow.current().opened()));
    }
    for (KqlParser.ExpandParameterContext parameter : parameters) {
      if (parameter.WITH_ITEMINDEX() != null && parameter.name() != null) {
        flow.become(flow.current().with(List.of(KqlNames.text(parameter.name()))));
      }
    }
  }

  @Override
  public Void visitParseOperator(KqlParser.ParseOperatorContext parse) {
    flow.value(parse.expression());
    List<String> made =
        parse.parsePart().stream()
            .map(KqlParser.ParsePartContext::parseColumn)
            .filter(column -> column != null && column.name() != null)
            .map(column -> KqlNames.text(column.name()))
            .toList();
    flow.become(flow.current().with(made));
    return null;
  }

  @Override
  public Void visitParseKvOperator(KqlParser.ParseKvOperatorContext parse) {
    flow.value(parse.expression());
    flow.become(flow.current().with(names(parse.schema())));
    return null;
  }

  @Override
  public Void visitDatatableOperator(KqlParser.DatatableOperatorContext table) {
    flow.become(Columns.made(names(table.schema())));
    return null;
  }

  @Override
  public Void visitExternaldataOperator(KqlParser.ExternaldataOperatorContext table) {
    flow.become(Columns.made(names(table.schema())));
    return null;
  }

  @Override
  public Void visitRangeOperator(KqlParser.RangeOperatorContext range) {
    flow.become(
        range.name() == null ? Columns.ANY : Columns.made(List.of(KqlNames.text(range.name()))));
    return null;
  }

  private static List<String> names(KqlParser.@Nullable SchemaContext schema) {
    return schema == null
        ? List.of()
        : texts(
            schema.schemaColumn().stream()
                .map(KqlParser.SchemaColumnContext::name)
                .filter(name -> name != null)
                .toList());
  }

  private static List<String> texts(List<KqlParser.NameContext> names) {
    return names.stream().map(KqlNames::text).toList();
  }

  @Override
  public Void visitSortOperator(KqlParser.SortOperatorContext sort) {
    sort.ordering().forEach(ordering -> flow.value(ordering.expression()));
    return null;
  }

  @Override
  public Void visitTopOperator(KqlParser.TopOperatorContext top) {
    top.ordering().forEach(ordering -> flow.value(ordering.expression()));
    return null;
  }

  @Override
  public Void visitSampleDistinctOperator(KqlParser.SampleDistinctOperatorContext sample) {
    flow.value(sample.of);
    Optional<String> name = Optional.ofNullable(sample.of).flatMap(AutomaticNames::of);
    flow.become(name.map(n -> Columns.made(List.of(n))).orElse(Columns.ANY));
    return null;
  }

  @Override
  public Void visitTakeOperator(KqlParser.TakeOperatorContext take) {
    return null;
  }

  @Override
  public Void visitSampleOperator(KqlParser.SampleOperatorContext sample) {
    return null;
  }

  @Override
  public Void visitRenderOperator(KqlParser.RenderOperatorContext render) {
    return null;
  }

  @Override
  public Void visitConsumeOperator(KqlParser.ConsumeOperatorContext consume) {
    return null;
  }

  @Override
  public Void visitAsOperator(KqlParser.AsOperatorContext as) {
    if (as.name() != null) {
      flow.makeTable(KqlNames.text(as.name()), flow.current());
    }
    return null;
  }

  @Override
  public Void visitInvokeOperator(KqlParser.InvokeOperatorContext invoke) {
    flow.value(invoke.path());
    flow.become(flow.current().opened());
    return null;
  }

  @Override
  public Void visitEvaluateOperator(KqlParser.EvaluateOperatorContext evaluate) {
    flow.value(evaluate.call());
    flow.become(flow.current().opened());
    return null;
  }

  @Override
  public Void visitPartitionOperator(KqlParser.PartitionOperatorContext partition) {
    if (partition.name() != null) {
      flow.name(partition.name(), flow.current());
    }
    if (partition.subquery() != null && partition.subquery().subPipeline() != null) {
      partition.subquery().subPipeline().operator().forEach(flow::apply);
    } else {
      flow.become(Columns.ANY);
    }
    return null;
  }
}

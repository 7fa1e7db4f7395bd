package dev.huntgate.kql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the operators that list columns make of those that come to them, and which they use. */
abstract class ColumnLists extends KqlParserBaseVisitor<Void> {

  protected final ColumnFlow flow;

  ColumnLists(ColumnFlow flow) {
    this.flow = flow;
  }

  @Override
  public Void visitExtendOperator(KqlParser.ExtendOperatorContext extend) {
    return extend(extend.columns());
  }

  @Override
  public Void visitSerializeOperator(KqlParser.SerializeOperatorContext serialize) {
    return extend(serialize.columns());
  }

  private @Nullable Void extend(KqlParser.@Nullable ColumnsContext columns) {
    if (columns != null) {
      for (KqlParser.ColumnContext column : columns.column()) {
        flow.value(column.expression());
        MadeColumns made = MadeColumns.of(column, flow.current());
        Columns more = flow.current().with(made.made());
        flow.become(made.sure() ? more : more.opened());
      }
    }
    return null;
  }

  @Override
  public Void visitProjectOperator(KqlParser.ProjectOperatorContext project) {
    flow.become(list(project.columns()));
    return null;
  }

  @Override
  public Void visitDistinctOperator(KqlParser.DistinctOperatorContext distinct) {
    if (distinct.columns() != null) {
      flow.become(list(distinct.columns()));
    }
    return null;
  }

  @Override
  public Void visitPrintOperator(KqlParser.PrintOperatorContext print) {
    flow.become(list(print.columns()));
    return null;
  }

  private Columns list(KqlParser.@Nullable ColumnsContext columns) {
    Columns before = flow.current();
    Columns after = Columns.NONE;
    if (columns == null) {
      return after;
    }
    for (KqlParser.ColumnContext column : columns.column()) {
      flow.value(column.expression());
      if (MadeColumns.hasStar(column.expression())) {
        after = after.and(before);
      }
      MadeColumns made = MadeColumns.of(column, before);
      Set<String> kept = new HashSet<>(made.kept());
      Columns passed = before.only(kept::contains).closed();
      if (before.open()) {
        passed = passed.with(kept);
      }
      after = after.and(passed).with(made.made());
      after = made.sure() ? after : after.opened();
    }
    return after;
  }

  @Override
  public Void visitSummarizeOperator(KqlParser.SummarizeOperatorContext summarize) {
    Columns before = flow.current();
    Columns groups = list(summarize.groups);
    flow.become(before);
    flow.become(groups.and(list(summarize.aggregates)));
    return null;
  }

  @Override
  public Void visitMakeSeriesOperator(KqlParser.MakeSeriesOperatorContext series) {
    Columns before = flow.current();
    Columns after = list(series.columns());
    for (KqlParser.SeriesColumnContext column : series.seriesColumn()) {
      if (column.column() != null) {
        flow.become(before);
        flow.value(column.column().expression());
        MadeColumns made = MadeColumns.of(column.column(), before);
        after = made.sure() ? after.with(made.made()) : after.opened();
      }
    }
    if (series.axis() != null) {
      flow.become(before);
      flow.value(series.axis().sum());
      Optional<String> axis =
          series.axis().name() == null
              ? AutomaticNames.of(series.axis())
              : Optional.of(KqlNames.text(series.axis().name()));
      after = axis.isPresent() ? after.with(List.of(axis.get())) : after.opened();
    }
    flow.become(after);
    return null;
  }

  @Override
  public Void visitProjectAwayOperator(KqlParser.ProjectAwayOperatorContext away) {
    flow.become(flow.current().only(named(away.columnPatterns()).negate()));
    return null;
  }

  @Override
  public Void visitProjectKeepOperator(KqlParser.ProjectKeepOperatorContext keep) {
    Columns kept = flow.current().only(named(keep.columnPatterns()));
    flow.become(kept);
    return null;
  }

  @Override
  public Void visitProjectReorderOperator(KqlParser.ProjectReorderOperatorContext reorder) {
    return null;
  }

  private Predicate<String> named(KqlParser.@Nullable ColumnPatternsContext patterns) {
    Predicate<String> any = name -> false;
    if (patterns == null) {
      return any;
    }
    for (KqlParser.ColumnPatternContext pattern : patterns.columnPattern()) {
      if (pattern.STAR().isEmpty() && pattern.name().size() == 1) {
        flow.name(pattern.name(0), flow.current());
        String name = KqlNames.text(pattern.name(0));
        any = any.or(name::equals);
      } else {
        String regex =
            pattern.children.stream()
                .map(
                    part ->
                        part instanceof KqlParser.NameContext name
                            ? Pattern.quote(KqlNames.text(name))
                            : ".*")
                .collect(Collectors.joining());
        any = any.or(Pattern.compile(regex).asMatchPredicate());
      }
    }
    return any;
  }

  @Override
  public Void visitProjectRenameOperator(KqlParser.ProjectRenameOperatorContext rename) {
    for (KqlParser.RenamingContext renaming : rename.renaming()) {
      if (renaming.newName != null && renaming.oldName != null) {
        flow.name(renaming.oldName, flow.current());
        String old = KqlNames.text(renaming.oldName);
        flow.become(
            flow.current()
                .only(name -> !name.equals(old))
                .with(List.of(KqlNames.text(renaming.newName))));
      }
    }
    return null;
  }
}

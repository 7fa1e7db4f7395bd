package dev.huntgate.kql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the tables that a query reads: the names that pipelines start with and no {@code let} made.
 */
final class TablesUsed extends KqlParserBaseVisitor<Void> {

  private final Set<String> found = new LinkedHashSet<>();
  private final Set<String> own = new HashSet<>();

  private TablesUsed() {}

  static List<String> in(KqlParser.QueryContext query) {
    TablesUsed tables = new TablesUsed();
    tables.visit(query);
    return new ArrayList<>(tables.found);
  }

  @Override
  public Void visitLetStatement(KqlParser.LetStatementContext let) {
    super.visitLetStatement(let);
    if (let.name() != null) {
      own.add(KqlNames.text(let.name()));
    }
    return null;
  }

  @Override
  public Void visitPipeline(KqlParser.PipelineContext pipeline) {
    boolean isTable =
        !pipeline.operator().isEmpty()
            || pipeline.getParent() instanceof KqlParser.QueryStatementContext;
    if (isTable && pipeline.source() != null) {
      KqlNames.only(pipeline.source()).filter(name -> !own.contains(name)).ifPresent(found::add);
    }
    return super.visitPipeline(pipeline);
  }
}

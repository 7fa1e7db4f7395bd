package dev.huntgate.kql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables that a query reads: the names that stand where tables do and that the query did
 * not make itself.
 */
final class TablesUsed extends KqlParserBaseVisitor<Void> {

  /** What is read where a query searches all tables. */
  static final String ALL = "*";

  private final Map<String, Token> found = new LinkedHashMap<>();
  private Set<String> own = new HashSet<>();
  private final Map<String, KqlParser.FunctionDefinitionContext> functions = new HashMap<>();

  private TablesUsed() {}

  /** Returns the tables, each with where it is first named; names with a star mean several. */
  static Map<String, Token> in(KqlParser.QueryContext query) {
    TablesUsed tables = new TablesUsed();
    tables.visit(query);
    return tables.found;
  }

  @Override
  public Void visitLetStatement(KqlParser.LetStatementContext let) {
    super.visitLetStatement(let);
    if (let.pipeline() != null) {
      addIfNamed(let.pipeline());
    }
    if (let.name() != null) {
      own.add(KqlNames.text(let.name()));
      if (let.functionDefinition() != null) {
        functions.put(KqlNames.text(let.name()), let.functionDefinition());
      }
    }
    return null;
  }

  @Override
  public Void visitRestrictStatement(KqlParser.RestrictStatementContext restrict) {
    return null;
  }

  @Override
  public Void visitQueryStatement(KqlParser.QueryStatementContext query) {
    super.visitQueryStatement(query);
    if (query.pipeline() != null) {
      addIfNamed(query.pipeline());
    }
    return null;
  }

  @Override
  public Void visitFunctionDefinition(KqlParser.FunctionDefinitionContext function) {
    Set<String> outside = own;
    own = new HashSet<>(outside);
    function.parameterDeclaration().stream()
        .filter(parameter -> parameter.name() != null)
        .forEach(parameter -> own.add(KqlNames.text(parameter.name())));
    super.visitFunctionDefinition(function);
    own = outside;
    return null;
  }

  @Override
  public Void visitPipeline(KqlParser.PipelineContext pipeline) {
    if (!pipeline.operator().isEmpty() && pipeline.source() != null) {
      addIfNamed(pipeline.source());
    }
    return super.visitPipeline(pipeline);
  }

  @Override
  public Void visitCall(KqlParser.CallContext call) {
    String name = call.name() == null ? "" : KqlNames.text(call.name());
    boolean takesTable = name.equals("materialize") || name.equals("toscalar");
    if (takesTable && call.argument().size() == 1) {
      addIfNamed(call.argument(0));
    }
    if (functions.containsKey(name)) {
      addArguments(functions.get(name), call);
    }
    return super.visitCall(call);
  }

  /** What a function takes for a table is one. */
  private void addArguments(
      KqlParser.FunctionDefinitionContext function, KqlParser.CallContext call) {
    List<KqlParser.ParameterDeclarationContext> parameters = function.parameterDeclaration();
    for (int i = 0; i < Math.min(parameters.size(), call.argument().size()); i++) {
      if (parameters.get(i).schema() != null) {
        addIfNamed(call.argument(i));
      }
    }
  }

  @Override
  public Void visitPlainTable(KqlParser.PlainTableContext table) {
    addIfNamed(table.path());
    return super.visitPlainTable(table);
  }

  @Override
  public Void visitTablePattern(KqlParser.TablePatternContext pattern) {
    if (pattern.tableWildcard() != null) {
      add(pattern.tableWildcard().getText(), pattern.getStart());
    }
    return null;
  }

  @Override
  public Void visitJoinOperator(KqlParser.JoinOperatorContext join) {
    addIfNamed(join.path());
    return super.visitJoinOperator(join);
  }

  @Override
  public Void visitLookupOperator(KqlParser.LookupOperatorContext lookup) {
    addIfNamed(lookup.path());
    return super.visitLookupOperator(lookup);
  }

  @Override
  public Void visitNodes(KqlParser.NodesContext nodes) {
    addIfNamed(nodes.path());
    return super.visitNodes(nodes);
  }

  @Override
  public Void visitAsOperator(KqlParser.AsOperatorContext as) {
    if (as.name() != null) {
      own.add(KqlNames.text(as.name()));
    }
    return null;
  }

  @Override
  public Void visitSearchOperator(KqlParser.SearchOperatorContext search) {
    if (search.IN() == null && search.getParent() instanceof KqlParser.SourceOperatorContext) {
      add(ALL, search.getStart());
    }
    return super.visitSearchOperator(search);
  }

  @Override
  public Void visitFindOperator(KqlParser.FindOperatorContext find) {
    if (find.IN() == null) {
      add(ALL, find.getStart());
    }
    return super.visitFindOperator(find);
  }

  private void addIfNamed(@Nullable ParseTree tree) {
    if (tree == null) {
      return;
    }
    ParseTree inner = Trees.inner(tree);
    if (inner instanceof KqlParser.NameContext name) {
      add(KqlNames.text(name), name.getStart());
    } else if (inner instanceof KqlParser.PathContext path
        && path.primary() instanceof KqlParser.CallPrimaryContext
        && path.step(path.step().size() - 1) instanceof KqlParser.MemberStepContext last
        && last.name() != null) {
      // In another database or workspace: workspace("other").SecurityEvent
      add(KqlNames.text(last.name()), last.name().getStart());
    }
  }

  private void add(String name, Token where) {
    if (!own.contains(name)) {
      found.putIfAbsent(name, where);
    }
  }
}

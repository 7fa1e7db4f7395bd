package dev.huntgate.kql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Follows columns through a query, from the tables that have them to where they are used.
 *
 * <p>Where it cannot know, as after most plugins, it lets any name pass.
 */
final class ColumnFlow extends KqlParserBaseVisitor<Void> {

  /** A name that no column has where it is used, with those that there are. */
  record Unknown(Token where, String name, Columns columns) {}

  private static final int MOST = 50;

  private final HuntingSchema schema;
  private final Set<String> used = new LinkedHashSet<>();
  private final List<Unknown> unknown = new ArrayList<>();
  private Map<String, Columns> tables = new HashMap<>();
  private Set<String> own = new HashSet<>();
  private Columns current = Columns.ANY;
  private boolean inRow;
  private Columns left = Columns.NONE;
  private Columns right = Columns.NONE;

  private ColumnFlow(HuntingSchema schema) {
    this.schema = schema;
  }

  static ColumnFlow of(KqlParser.QueryContext query, HuntingSchema schema) {
    ColumnFlow flow = new ColumnFlow(schema);
    flow.visit(query);
    return flow;
  }

  /** The columns of tables that are used by name, in the order they are first named. */
  List<String> used() {
    return new ArrayList<>(used);
  }

  List<Unknown> unknown() {
    return unknown;
  }

  Columns current() {
    return current;
  }

  void become(Columns columns) {
    current = columns;
  }

  /** Reads what the rows of a table have, and all that is used on the way there. */
  Columns table(@Nullable ParseTree tree) {
    Columns outer = current;
    boolean outerRow = inRow;
    current = Columns.ANY;
    inRow = false;
    Columns columns = tree == null ? Columns.ANY : source(tree);
    current = outer;
    inRow = outerRow;
    return columns;
  }

  private Columns source(ParseTree tree) {
    if (tree instanceof KqlParser.PipelineContext pipeline && pipeline.source() != null) {
      current = source(pipeline.source());
      pipeline.operator().forEach(this::apply);
      return current;
    }
    if (tree instanceof KqlParser.OperatorSourceContext source) {
      current = Columns.NONE;
      apply(source.sourceOperator());
      return current;
    }
    ParseTree inner = Trees.inner(tree);
    KqlParser.PipelineContext nested = Trees.innerPipeline(tree);
    if (nested != null) {
      return source(nested);
    }
    if (inner instanceof KqlParser.NameContext name) {
      String text = KqlNames.text(name);
      return tables.containsKey(text)
          ? tables.get(text)
          : schema.table(text).map(Columns::of).orElse(Columns.ANY);
    }
    visit(inner);
    return Columns.ANY;
  }

  void apply(@Nullable ParseTree operator) {
    if (operator != null && operator.getChildCount() > 0) {
      boolean outerRow = inRow;
      inRow = true;
      ParseTree inner =
          operator instanceof KqlParser.OperatorContext
                  || operator instanceof KqlParser.SourceOperatorContext
              ? operator.getChild(0)
              : operator;
      inner.accept(new ColumnChange(this));
      inRow = outerRow;
    }
  }

  /** Reads a value in the row at hand. */
  void value(@Nullable ParseTree tree) {
    if (tree != null) {
      visit(tree);
    }
  }

  /** Reads the condition of a join, where both sides can be named. */
  void condition(ParseTree tree, Columns leftSide, Columns rightSide) {
    Columns outer = current;
    left = leftSide;
    right = rightSide;
    current = leftSide.and(rightSide);
    visit(tree);
    current = outer;
  }

  void name(KqlParser.NameContext name, Columns columns) {
    String text = KqlNames.text(name);
    if (!inRow || text.startsWith("$") || columns.isMade(text)) {
      return;
    }
    boolean other = own.contains(text) || tables.containsKey(text) || isTable(text);
    if (columns.has(text) || (columns.open() && !other)) {
      used.add(text);
    } else if (!other && unknown.size() < MOST) {
      unknown.add(new Unknown(name.getStart(), text, columns));
    }
  }

  private boolean isTable(String name) {
    return schema.table(name).isPresent();
  }

  void makeTable(String name, Columns columns) {
    tables.put(name, columns);
  }

  @Override
  public Void visitLetStatement(KqlParser.LetStatementContext let) {
    if (let.name() == null) {
      return null;
    }
    String name = KqlNames.text(let.name());
    if (let.functionDefinition() != null) {
      visit(let.functionDefinition());
    } else if (let.pipeline() != null) {
      if (Trees.isScalar(let.pipeline()) && !isKnownTable(let.pipeline())) {
        visit(let.pipeline());
      } else {
        tables.put(name, table(let.pipeline()));
      }
    }
    own.add(name);
    return null;
  }

  private boolean isKnownTable(KqlParser.PipelineContext pipeline) {
    return Trees.innerPipeline(pipeline) != null
        || Trees.name(pipeline).filter(n -> tables.containsKey(n) || isTable(n)).isPresent();
  }

  @Override
  public Void visitFunctionDefinition(KqlParser.FunctionDefinitionContext function) {
    Set<String> outside = own;
    Map<String, Columns> outsideTables = tables;
    own = new HashSet<>(outside);
    tables = new HashMap<>(outsideTables);
    for (KqlParser.ParameterDeclarationContext parameter : function.parameterDeclaration()) {
      if (parameter.name() != null) {
        own.add(KqlNames.text(parameter.name()));
        tables.remove(KqlNames.text(parameter.name()));
      }
    }
    if (function.functionBody() != null) {
      visit(function.functionBody());
    }
    own = outside;
    tables = outsideTables;
    return null;
  }

  @Override
  public Void visitParameterDeclaration(KqlParser.ParameterDeclarationContext parameter) {
    if (parameter.name() != null) {
      own.add(KqlNames.text(parameter.name()));
    }
    return null;
  }

  @Override
  public Void visitQueryStatement(KqlParser.QueryStatementContext query) {
    table(query.pipeline());
    return null;
  }

  @Override
  public Void visitPipeline(KqlParser.PipelineContext pipeline) {
    if (Trees.isScalar(pipeline)) {
      return super.visitPipeline(pipeline);
    }
    table(pipeline);
    return null;
  }

  @Override
  public Void visitNamePrimary(KqlParser.NamePrimaryContext primary) {
    name(primary.name(), current);
    return null;
  }

  @Override
  public Void visitMemberName(KqlParser.MemberNameContext member) {
    name(member.name(), current);
    return null;
  }

  @Override
  public Void visitPath(KqlParser.PathContext path) {
    if (path.primary() instanceof KqlParser.SidePrimaryContext side
        && !path.step().isEmpty()
        && path.step(0) instanceof KqlParser.MemberStepContext member
        && member.name() != null) {
      name(member.name(), side.LEFT_SIDE() == null ? right : left);
      return null;
    }
    return super.visitPath(path);
  }

  @Override
  public Void visitMemberStep(KqlParser.MemberStepContext step) {
    return null;
  }

  @Override
  public Void visitArgument(KqlParser.ArgumentContext argument) {
    return argument.pipeline() == null ? null : visit(argument.pipeline());
  }

  @Override
  public Void visitCall(KqlParser.CallContext call) {
    // Inside a literal such as real(nan) there is no column.
    if (call.name() == null || !KqlNames.text(call.name()).matches("real|double|decimal")) {
      call.argument().forEach(this::visit);
    }
    return null;
  }

  @Override
  public Void visitTerminal(TerminalNode node) {
    return null;
  }
}

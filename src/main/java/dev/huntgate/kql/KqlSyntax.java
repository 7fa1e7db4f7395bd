package dev.huntgate.kql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of a query: its tree, as far as it could be read, and what was wrong with it.
 *
 * @param tree the tree; not to be relied on when there are errors
 * @param errors the places that could not be parsed, in the order of the query
 */
public record KqlSyntax(KqlParser.QueryContext tree, List<KqlDiagnostic> errors) {

  public KqlSyntax {
    errors = List.copyOf(errors);
  }

  /** Returns how often each name stands in the query. */
  Map<String, Integer> names() {
    Map<String, Integer> names = new HashMap<>();
    new KqlParserBaseVisitor<Void>() {
      @Override
      public Void visitName(KqlParser.NameContext name) {
        names.merge(name.getText(), 1, Integer::sum);
        return null;
      }
    }.visit(tree);
    return names;
  }

  /** Parses any text; what is not KQL is told in the errors. */
  public static KqlSyntax parse(String kql) {
    List<Token> tokens = KqlTokens.forParser(kql);
    Brackets brackets = Brackets.of(tokens);
    if (brackets.tooDeep() != null) {
      String message = "Brackets are nested more than " + Brackets.DEEPEST + " deep.";
      return new KqlSyntax(
          parser(List.of()).query(), List.of(SyntaxErrors.at(brackets.tooDeep(), message)));
    }
    SyntaxErrors errors = new SyntaxErrors(tokens);
    errors.addBroken(brackets);
    KqlParser parser = parser(tokens);
    return new KqlSyntax(tree(parser, errors), errors.found());
  }

  /**
   * Almost every query is understood by the fast way of deciding, which cannot tell errors well.
   */
  private static KqlParser.QueryContext tree(KqlParser parser, SyntaxErrors errors) {
    try {
      parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
      parser.setErrorHandler(new BailErrorStrategy());
      return parser.query();
    } catch (ParseCancellationException notUnderstood) {
      parser.reset();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      parser.setErrorHandler(new NothingMadeUp());
      parser.addErrorListener(errors);
      return stumbling(parser);
    }
  }

  private static KqlParser.QueryContext stumbling(KqlParser parser) {
    try {
      return parser.query();
    } catch (SyntaxErrors.GivenUp hopeless) {
      return hopeless.tree();
    }
  }

  private static KqlParser parser(List<Token> tokens) {
    return ParserMemory.parser(new CommonTokenStream(new ListTokenSource(tokens)));
  }

  /**
   * Never goes on as if a token were there or were not, least of all a bracket: so none is nested
   * more deeply than it was counted.
   */
  private static final class NothingMadeUp extends DefaultErrorStrategy {
    @Override
    protected boolean singleTokenInsertion(Parser recognizer) {
      return false;
    }

    @Override
    protected @Nullable Token singleTokenDeletion(Parser recognizer) {
      return null;
    }
  }
}

package dev.huntgate.kql;

import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of a query: its tree, as far as it could be read, and what was wrong with it.
 *
 * @param tree the tree; not to be relied on when there are errors
 * @param errors the places that could not be parsed, in the order of the query
 */
public record KqlSyntax(KqlParser.QueryContext tree, List<KqlDiagnostic> errors) {

  /** Beyond this many brackets in each other the parser's recursion could exhaust the stack. */
  private static final int DEEPEST = 100;

  public KqlSyntax {
    errors = List.copyOf(errors);
  }

  /** Parses any text; what is not KQL is told in the errors. */
  public static KqlSyntax parse(String kql) {
    List<Token> tokens = KqlTokens.forParser(kql);
    Token tooDeep = firstBeyond(DEEPEST, tokens);
    if (tooDeep != null) {
      KqlDiagnostic error =
          SyntaxErrors.at(tooDeep, "Brackets are nested more than " + DEEPEST + " deep.");
      return new KqlSyntax(parser(List.of()).query(), List.of(error));
    }
    KqlParser parser = parser(tokens);
    SyntaxErrors errors = new SyntaxErrors();
    parser.addErrorListener(errors);
    errors.addUnclosed(tokens);
    return new KqlSyntax(parser.query(), errors.found());
  }

  private static KqlParser parser(List<Token> tokens) {
    KqlParser parser = new KqlParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    return parser;
  }

  private static @Nullable Token firstBeyond(int limit, List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      switch (token.getType()) {
        case KqlLexer.OPEN, KqlLexer.OPEN_BRACKET, KqlLexer.OPEN_BRACE -> {
          if (++depth > limit) {
            return token;
          }
        }
        case KqlLexer.CLOSE, KqlLexer.CLOSE_BRACKET, KqlLexer.CLOSE_BRACE -> depth--;
        default -> {}
      }
    }
    return null;
  }
}

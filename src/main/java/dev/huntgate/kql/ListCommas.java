package dev.huntgate.kql;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Tells the commas of an operator's list from those between arguments.
 *
 * <p>In {@code f(T | project a, b)} the parser could take either for the other as long as the text
 * goes on, and would read ahead to its end at each comma.
 */
final class ListCommas {

  /** After these a stage of a pipeline begins where the next token is an operator. */
  private static final Set<Integer> BEFORE =
      Set.of(Token.EOF, KqlLexer.SEMICOLON, KqlLexer.OPEN, KqlLexer.OPEN_BRACE, KqlLexer.ASSIGN);

  private static final Set<Integer> OPERATORS =
      Set.of(
          KqlLexer.UNION,
          KqlLexer.PRINT,
          KqlLexer.EXTEND,
          KqlLexer.PROJECT,
          KqlLexer.PROJECT_AWAY,
          KqlLexer.PROJECT_KEEP,
          KqlLexer.PROJECT_RENAME,
          KqlLexer.PROJECT_REORDER,
          KqlLexer.SUMMARIZE,
          KqlLexer.DISTINCT,
          KqlLexer.SERIALIZE,
          KqlLexer.SORT,
          KqlLexer.ORDER,
          KqlLexer.TOP,
          KqlLexer.TOP_NESTED,
          KqlLexer.MV_EXPAND,
          KqlLexer.MV_APPLY,
          KqlLexer.MAKE_SERIES);

  /** Before these the word is a name. */
  private static final Set<Integer> AFTER_NAME =
      Set.of(
          KqlLexer.COMMA,
          KqlLexer.CLOSE,
          KqlLexer.ASSIGN,
          KqlLexer.DOT,
          KqlLexer.COLON,
          KqlLexer.PIPE);

  private ListCommas() {}

  static void mark(List<Token> tokens) {
    BitSet inStage = new BitSet();
    int depth = 0;
    int previous = Token.EOF;
    for (int i = 0; i < tokens.size(); i++) {
      int type = tokens.get(i).getType();
      switch (type) {
        case KqlLexer.OPEN, KqlLexer.OPEN_BRACKET, KqlLexer.OPEN_BRACE -> inStage.clear(++depth);
        case KqlLexer.CLOSE, KqlLexer.CLOSE_BRACKET, KqlLexer.CLOSE_BRACE ->
            depth = Math.max(0, depth - 1);
        case KqlLexer.PIPE -> inStage.set(depth);
        case KqlLexer.SEMICOLON -> inStage.clear(depth);
        case KqlLexer.COMMA -> {
          if (inStage.get(depth)) {
            ((CommonToken) tokens.get(i)).setType(KqlLexer.LIST_COMMA);
          }
        }
        default -> {
          if (BEFORE.contains(previous) && beginsStage(tokens, i)) {
            inStage.set(depth);
          }
        }
      }
      previous = type;
    }
  }

  private static boolean beginsStage(List<Token> tokens, int at) {
    int next = at + 1 < tokens.size() ? tokens.get(at + 1).getType() : Token.EOF;
    return OPERATORS.contains(tokens.get(at).getType()) && !AFTER_NAME.contains(next);
  }
}

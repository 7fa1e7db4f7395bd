package dev.huntgate.kql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Cuts a query into tokens. */
final class KqlTokens {

  private static final Set<Integer> RESERVED =
      Set.of(
          KqlLexer.LET,
          KqlLexer.WHERE,
          KqlLexer.PROJECT,
          KqlLexer.BY,
          KqlLexer.ON,
          KqlLexer.OF,
          KqlLexer.DYNAMIC,
          KqlLexer.AND,
          KqlLexer.OR,
          KqlLexer.IN,
          KqlLexer.BETWEEN,
          KqlLexer.HAS_LIST,
          KqlLexer.STRING_OPERATOR);

  private KqlTokens() {}

  static KqlLexer lexer(String kql) {
    KqlLexer lexer = new KqlLexer(CharStreams.fromString(kql));
    lexer.removeErrorListeners();
    return lexer;
  }

  /**
   * Returns the tokens as the parser wants them: {@code a-b} is a subtraction unless it stands
   * where an operator does.
   */
  static List<Token> forParser(String kql) {
    List<Token> tokens = new ArrayList<>();
    int previous = Token.EOF;
    for (Token token : lexer(kql).getAllTokens()) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      if (token.getType() == KqlLexer.HYPHENATED && previous != KqlLexer.PIPE) {
        split(token, tokens);
      } else {
        tokens.add(token);
      }
      previous = token.getType();
    }
    nameWords(tokens);
    ListCommas.mark(tokens);
    return tokens;
  }

  /** A word after a dot is a name whatever else it may mean; so is one that is given a value. */
  private static void nameWords(List<Token> tokens) {
    int previous = Token.EOF;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int next = i + 1 < tokens.size() ? tokens.get(i + 1).getType() : Token.EOF;
      boolean named = next == KqlLexer.ASSIGN || next == KqlLexer.COLON;
      if (isWord(token)
          && (previous == KqlLexer.DOT || (named && RESERVED.contains(token.getType())))) {
        ((CommonToken) token).setType(KqlLexer.NAME);
      }
      previous = token.getType();
    }
  }

  private static boolean isWord(Token token) {
    return token.getType() >= KqlLexer.LET
        && token.getType() <= KqlLexer.REGEX
        && Character.isLetter(token.getText().charAt(0))
        && token.getText().indexOf('-') < 0
        && token.getText().indexOf('~') < 0;
  }

  private static void split(Token whole, List<Token> into) {
    int offset = 0;
    for (String part : whole.getText().split("(?=-)|(?<=-)", -1)) {
      CommonToken token = new CommonToken(whole);
      token.setType(lexer(part).nextToken().getType());
      token.setText(part);
      token.setCharPositionInLine(whole.getCharPositionInLine() + offset);
      token.setStartIndex(whole.getStartIndex() + offset);
      offset += part.length();
      token.setStopIndex(whole.getStartIndex() + offset - 1);
      into.add(token);
    }
  }
}

package dev.huntgate.kql;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Cuts a query into tokens. */
final class KqlTokens {

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
    markTables(tokens);
    return tokens;
  }

  /** Without this mark the parser would read ahead to the closing bracket, at every level anew. */
  private static void markTables(List<Token> tokens) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).getType() == KqlLexer.OPEN
          && tokens.get(i + 1).getType() == KqlLexer.NAME
          && tokens.get(i + 2).getType() == KqlLexer.PIPE
          && tokens.get(i) instanceof CommonToken open) {
        open.setType(KqlLexer.OPEN_TABLE);
      }
    }
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

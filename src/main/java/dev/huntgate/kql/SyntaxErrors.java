package dev.huntgate.kql;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Collects the places that the parser could not make sense of. */
final class SyntaxErrors extends BaseErrorListener {

  /** One mistake makes the parser stumble on; more than this helps nobody. */
  private static final int MOST = 20;

  private final List<KqlDiagnostic> found = new ArrayList<>();

  List<KqlDiagnostic> found() {
    return found;
  }

  /** The lexer takes literals that are never closed, so it is here that they are told. */
  void addUnclosed(List<Token> tokens) {
    for (Token token : tokens) {
      boolean closed =
          switch (token.getType()) {
            case KqlLexer.STRING -> KqlLiteral.isClosed(token.getText());
            case KqlLexer.DATETIME_LITERAL, KqlLexer.GUID_LITERAL -> token.getText().endsWith(")");
            case KqlLexer.TIMESPAN_LITERAL ->
                token.getText().indexOf('(') < 0 || token.getText().endsWith(")");
            default -> true;
          };
      if (!closed && found.size() < MOST) {
        found.add(at(token, "The literal at '" + shortened(token.getText()) + "' is not closed."));
      }
    }
  }

  static KqlDiagnostic at(Token token, String message) {
    return new KqlDiagnostic(
        KqlDiagnostic.Severity.ERROR,
        message,
        Math.max(1, token.getLine()),
        Math.max(1, token.getCharPositionInLine() + 1));
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      @Nullable Object offending,
      int line,
      int column,
      String message,
      @Nullable RecognitionException failure) {
    if (found.size() < MOST && offending instanceof Token token) {
      String where =
          token.getType() == Token.EOF ? "the end" : "'" + shortened(token.getText()) + "'";
      found.add(at(token, "Query could not be parsed at " + where + "."));
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}

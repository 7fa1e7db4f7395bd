package dev.huntgate.kql;

import dev.huntgate.kql.KqlDiagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/** Collects the places that the parser could not make sense of. */
final class SyntaxErrors extends BaseErrorListener {

  /** One mistake makes the parser stumble on; more than this helps nobody. */
  private static final int MOST = 20;

  /** After so many stumbles the rest is not worth the time that finding the way again takes. */
  private static final int MOST_STUMBLES = 100;

  private final List<KqlDiagnostic> found = new ArrayList<>();
  private final List<Token> tokens;
  private int stumblesUntil = -1;
  private int brokenStatement = -1;
  private int stumbles;

  /**
   * @param tokens the whole query, as the parser reads it
   */
  SyntaxErrors(List<Token> tokens) {
    this.tokens = tokens;
  }

  List<KqlDiagnostic> found() {
    return found.stream()
        .sorted(
            Comparator.comparingInt(KqlDiagnostic::line).thenComparingInt(KqlDiagnostic::column))
        .limit(MOST)
        .toList();
  }

  /** What can be told before parsing; the lexer takes even literals that are never closed. */
  void addBroken(Brackets brackets) {
    for (Token token : tokens) {
      if (!isClosed(token)) {
        add(at(token, "The literal at '" + shortened(token.getText()) + "' is not closed."));
      }
    }
    if (brackets.unclosed() != null) {
      add(at(brackets.unclosed(), "This '" + brackets.unclosed().getText() + "' is not closed."));
    }
    if (brackets.unopened() != null) {
      String text = brackets.unopened().getText();
      add(at(brackets.unopened(), "This '" + text + "' closes nothing."));
    }
  }

  private static boolean isClosed(Token token) {
    String text = token.getText();
    return switch (token.getType()) {
      case KqlLexer.STRING -> KqlLiteral.isClosed(text);
      case KqlLexer.DATETIME_LITERAL, KqlLexer.GUID_LITERAL -> text.endsWith(")");
      case KqlLexer.TIMESPAN_LITERAL -> text.indexOf('(') < 0 || text.endsWith(")");
      default -> true;
    };
  }

  private void add(KqlDiagnostic error) {
    if (found.size() < 2 * MOST) {
      found.add(error);
    }
  }

  static KqlDiagnostic at(Token token, String message) {
    return new KqlDiagnostic(
        Severity.ERROR,
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
    if (offending instanceof Token token && found.size() < 2 * MOST) {
      // What follows a mistake in the same operator is the parser finding its way again.
      if (token.getTokenIndex() >= stumblesUntil && !isTold(token)) {
        add(at(token, sentence(token)));
      }
      stumblesUntil = nextStage(token);
    }
    if (++stumbles > MOST_STUMBLES) {
      throw new GivenUp((Parser) recognizer);
    }
  }

  /** Ends the parsing of a query that is hardly one. */
  static final class GivenUp extends ParseCancellationException {

    private final transient RuleContext tree;

    private GivenUp(Parser parser) {
      RuleContext root = parser.getContext();
      while (root.parent != null) {
        root = root.parent;
      }
      tree = root;
    }

    /** The tree as far as it was made. */
    KqlParser.QueryContext tree() {
      return (KqlParser.QueryContext) tree;
    }
  }

  /** The end of the query is no mistake of its own where a bracket or literal is open. */
  private boolean isTold(Token token) {
    return token.getType() == Token.EOF && !found.isEmpty()
        || found.stream()
            .anyMatch(
                error ->
                    error.line() == token.getLine()
                        && error.column() == token.getCharPositionInLine() + 1);
  }

  private int nextStage(Token from) {
    int index = from.getTokenIndex();
    while (index < tokens.size() && !endsStage(tokens.get(index))) {
      index++;
    }
    return index + 1;
  }

  private static boolean endsStage(Token token) {
    return token.getType() == KqlLexer.PIPE || token.getType() == KqlLexer.SEMICOLON;
  }

  private String sentence(Token token) {
    int index = token.getTokenIndex();
    // Nothing can be told of what comes after a mistake in the same statement.
    int statement = Expectation.statementStart(tokens, index);
    Expectation expectation =
        statement == brokenStatement ? Expectation.NONE : Expectation.at(tokens, statement, index);
    brokenStatement = statement;
    String words = expectation.words();
    String hint = SyntaxHints.of(token, index == 0 ? null : tokens.get(index - 1), expectation);
    String where =
        token.getType() == Token.EOF ? "the end" : "'" + shortened(token.getText()) + "'";
    return "Query could not be parsed at "
        + where
        + (words.isEmpty() ? "." : ": expected " + words + ".")
        + (hint.isEmpty() ? "" : " " + hint);
  }

  private static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.equals(text) && text.length() <= 40
        ? text
        : line.substring(0, Math.min(40, line.length())) + "...";
  }
}

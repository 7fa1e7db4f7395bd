package dev.huntgate.kql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * What could have stood where a query was not understood, found by trying.
 *
 * <p>What the parser itself expects is either less, as it has left rules already, or more than
 * anybody wants to read.
 */
final class Expectation {

  /** The longest beginning of a statement that is tried with other ends. */
  private static final int LONGEST = 2_000;

  private static final int MOST_WORDS = 6;

  /** What tells where the query stands, but is not told itself. */
  private static final List<Integer> SIGNS =
      List.of(
          KqlParser.NAME,
          KqlParser.INTEGER,
          KqlParser.STRING,
          KqlParser.WHERE,
          KqlParser.EQUALS,
          KqlParser.LET);

  /** What is worth telling one by one, in the order of telling. */
  private static final List<Integer> TOLD =
      List.of(
          KqlParser.BY,
          KqlParser.ON,
          KqlParser.OF,
          KqlParser.WITH,
          KqlParser.FROM,
          KqlParser.TO,
          KqlParser.STEP,
          KqlParser.AS,
          KqlParser.REGEX,
          KqlParser.TYPEOF,
          KqlParser.ASSIGN,
          KqlParser.COLON,
          KqlParser.DOTS,
          KqlParser.OPEN,
          KqlParser.OPEN_BRACKET,
          KqlParser.OPEN_BRACE,
          KqlParser.CLOSE,
          KqlParser.CLOSE_BRACKET,
          KqlParser.CLOSE_BRACE,
          KqlParser.COMMA,
          KqlParser.AND,
          KqlParser.PIPE,
          KqlParser.SEMICOLON);

  /** That of which nothing is known. */
  static final Expectation NONE = new Expectation();

  private final Set<Integer> possible = new HashSet<>();

  private Expectation() {}

  /**
   * @param tokens the whole query
   * @param statement where the statement begins
   * @param index the place of the token that was not understood
   */
  static Expectation at(List<Token> tokens, int statement, int index) {
    Expectation expectation = new Expectation();
    List<Token> before = tokens.subList(statement, index);
    if (before.size() <= LONGEST) {
      SIGNS.stream().filter(type -> canFollow(before, type)).forEach(expectation.possible::add);
      TOLD.stream().filter(type -> canFollow(before, type)).forEach(expectation.possible::add);
      if (canFollow(before, KqlParser.LIST_COMMA)) {
        expectation.possible.add(KqlParser.COMMA);
      }
    }
    return expectation;
  }

  boolean has(int type) {
    return possible.contains(type);
  }

  /** Returns such as {@code a name, ')' or ','}; empty when there is nothing to say. */
  String words() {
    boolean name = has(KqlParser.NAME);
    boolean value = name && has(KqlParser.INTEGER);
    if (has(KqlParser.LET)) {
      return "a query";
    }
    if (!value && has(KqlParser.WHERE)) {
      return "an operator such as 'where'";
    }
    List<String> words = new ArrayList<>();
    if (name || has(KqlParser.STRING)) {
      words.add(value ? "a value" : name ? "a name" : "a text in quotes");
    }
    for (int type : TOLD) {
      if (has(type) && !isObvious(type, name)) {
        words.add(KqlParser.VOCABULARY.getLiteralName(type));
      }
    }
    return joined(words.subList(0, Math.min(MOST_WORDS, words.size())));
  }

  /** Where a name may stand many words may, and a bracket begins one; values go on with others. */
  private boolean isObvious(int type, boolean name) {
    boolean reserved = type == KqlParser.BY || type == KqlParser.ON || type == KqlParser.OF;
    boolean word = Character.isLetter(KqlParser.VOCABULARY.getLiteralName(type).charAt(1));
    boolean bracket = type == KqlParser.OPEN || type == KqlParser.OPEN_BRACKET;
    boolean test = type == KqlParser.COLON && has(KqlParser.EQUALS);
    return (name && word && !reserved)
        || ((name || has(KqlParser.AND) || has(KqlParser.ON)) && bracket)
        || test;
  }

  /** Returns the place of the first token of the statement that a token belongs to. */
  static int statementStart(List<Token> tokens, int index) {
    int depth = 0;
    int start = 0;
    for (int i = 0; i < index; i++) {
      switch (tokens.get(i).getType()) {
        case KqlLexer.OPEN, KqlLexer.OPEN_BRACKET, KqlLexer.OPEN_BRACE -> depth++;
        case KqlLexer.CLOSE, KqlLexer.CLOSE_BRACKET, KqlLexer.CLOSE_BRACE -> depth--;
        case KqlLexer.SEMICOLON -> start = depth == 0 ? i + 1 : start;
        default -> {}
      }
    }
    return start;
  }

  private static boolean canFollow(List<Token> before, int type) {
    List<Token> tokens = new ArrayList<>(before);
    tokens.add(new CommonToken(type, "x"));
    KqlParser parser = ParserMemory.parser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      parser.query();
      return true;
    } catch (ParseCancellationException stopped) {
      return stopped.getCause() instanceof RecognitionException failure
          && failure.getOffendingToken().getTokenIndex() > before.size();
    }
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}

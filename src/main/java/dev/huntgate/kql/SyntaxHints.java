package dev.huntgate.kql;

import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Knows the mistakes that come easily, and what to write instead. */
final class SyntaxHints {

  private static final Set<String> SHOUTED =
      Set.of("and", "or", "in", "has", "contains", "between");

  private SyntaxHints() {}

  /** Returns what to do, in a sentence; empty where the mistake is not a known one. */
  static String of(Token offending, @Nullable Token before, Expectation expected) {
    int previous = before == null ? Token.EOF : before.getType();
    int type = offending.getType();
    if (type >= KqlLexer.WHERE && type <= KqlLexer.GRAPH_OPERATOR && expected.has(KqlLexer.PIPE)) {
      return "Write '|' before '" + offending.getText() + "'.";
    }
    if (expected.has(KqlLexer.SEMICOLON)
        && before != null
        && before.getLine() < offending.getLine()) {
      return "If a new statement begins here, end the one before with ';'.";
    }
    return switch (type) {
      case KqlLexer.ASSIGN -> expected.has(KqlLexer.EQUALS) ? "To compare, write '=='." : "";
      case KqlLexer.PIPE -> previous == KqlLexer.PIPE ? "For 'or', write the word." : "";
      case KqlLexer.DOT -> previous == Token.EOF ? "Commands cannot be run, only queries." : "";
      case KqlLexer.MINUS, KqlLexer.SLASH, KqlLexer.STAR ->
          previous == type || previous == KqlLexer.SLASH ? "A comment begins with '//'." : "";
      case KqlLexer.NAME, KqlLexer.UNKNOWN -> word(offending.getText(), expected);
      default -> "";
    };
  }

  private static String word(String text, Expectation expected) {
    String small = text.toLowerCase(Locale.ROOT);
    if (SHOUTED.contains(small)) {
      return "Write '" + small + "' in small letters.";
    }
    if (text.matches(".*[\u201C-\u201F\u2018-\u201B].*")) {
      return "Use the straight quotes \" or '.";
    }
    if (text.startsWith("&") && expected.has(KqlLexer.AND)) {
      return "For 'and', write the word.";
    }
    if (text.startsWith("!") || small.equals("not")) {
      return "For 'not', write not(...).";
    }
    return text.startsWith("#") ? "A comment begins with '//'." : "";
  }
}

package dev.huntgate.kql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * How the brackets of a query are nested.
 *
 * @param tooDeep the first bracket inside too many others; null when none is
 * @param unclosed the innermost bracket that is not closed by its own kind; null when all are
 * @param unopened the first bracket that closes nothing; null when all close one
 */
record Brackets(@Nullable Token tooDeep, @Nullable Token unclosed, @Nullable Token unopened) {

  /** Beyond this many in each other the parser's recursion could exhaust the stack. */
  static final int DEEPEST = 100;

  static Brackets of(List<Token> tokens) {
    Deque<Token> open = new ArrayDeque<>();
    Token unclosed = null;
    Token unopened = null;
    for (Token token : tokens) {
      if (closing(token.getType()) != Token.INVALID_TYPE) {
        if (open.size() == DEEPEST) {
          return new Brackets(token, null, null);
        }
        open.push(token);
      } else if (isClosing(token.getType())) {
        // One of another kind closes nothing: the parser, too, skips it and stays where it is.
        Token opening = open.peek();
        if (opening != null && closing(opening.getType()) == token.getType()) {
          open.pop();
        } else if (opening != null) {
          unclosed = unclosed == null ? opening : unclosed;
        } else {
          unopened = unopened == null ? token : unopened;
        }
      }
    }
    return new Brackets(null, unclosed == null ? open.peek() : unclosed, unopened);
  }

  private static int closing(int opening) {
    return switch (opening) {
      case KqlLexer.OPEN -> KqlLexer.CLOSE;
      case KqlLexer.OPEN_BRACKET -> KqlLexer.CLOSE_BRACKET;
      case KqlLexer.OPEN_BRACE -> KqlLexer.CLOSE_BRACE;
      default -> Token.INVALID_TYPE;
    };
  }

  private static boolean isClosing(int type) {
    return type == KqlLexer.CLOSE || type == KqlLexer.CLOSE_BRACKET || type == KqlLexer.CLOSE_BRACE;
  }
}

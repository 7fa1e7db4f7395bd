package dev.huntgate.kql;

import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads names off the tree. */
public final class KqlNames {

  private KqlNames() {}

  /** Returns the name without the brackets and quotes it may be written in. */
  public static String text(KqlParser.NameContext name) {
    return name.STRING() == null ? name.getText() : KqlLiteral.text(name.STRING().getText());
  }

  /** Tells whether a word can only be a name, wherever it stands. */
  public static boolean isPlain(String word) {
    KqlLexer lexer = KqlTokens.lexer(word);
    return lexer.nextToken().getType() == KqlLexer.NAME && lexer.nextToken().getType() == Token.EOF;
  }

  /** Returns the name that a part of the tree consists of, if it is nothing but a name. */
  public static Optional<String> only(ParseTree tree) {
    ParseTree inner = tree;
    while (!(inner instanceof KqlParser.NameContext)) {
      if (inner instanceof KqlParser.NestedPrimaryContext nested
          && nested.pipeline() != null
          && nested.pipeline().operator().isEmpty()) {
        inner = nested.pipeline();
      } else if (inner.getChildCount() == 1) {
        inner = inner.getChild(0);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(text((KqlParser.NameContext) inner));
  }
}

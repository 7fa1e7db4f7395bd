package dev.huntgate.kql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * What a query does with names, read off its tokens, so that it is known of broken queries, too.
 *
 * @param read names whose values it may use
 * @param given names that it gives something, be it a value, a column or a type
 * @param called names that it calls as functions
 */
public record NameUses(Set<String> read, Set<String> given, Set<String> called) {

  public NameUses {
    read = Set.copyOf(read);
    given = Set.copyOf(given);
    called = Set.copyOf(called);
  }

  /** Reads the names off any text. */
  public static NameUses in(String kql) {
    Set<String> read = new HashSet<>();
    Set<String> given = new HashSet<>();
    Set<String> called = new HashSet<>();
    List<Token> tokens = KqlTokens.forParser(kql);
    int previous = Token.EOF;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int next = i + 1 < tokens.size() ? tokens.get(i + 1).getType() : Token.EOF;
      if (token.getType() == KqlLexer.NAME && previous != KqlLexer.DOT) {
        uses(next, read, given, called).add(token.getText());
      }
      previous = token.getType();
    }
    return new NameUses(read, given, called);
  }

  private static Set<String> uses(
      int next, Set<String> read, Set<String> given, Set<String> called) {
    return switch (next) {
      case KqlLexer.ASSIGN, KqlLexer.COLON -> given;
      case KqlLexer.OPEN -> called;
      default -> read;
    };
  }
}

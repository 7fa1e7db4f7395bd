package dev.huntgate.kql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The form of a query in which equal queries are written equally: its tokens joined by one space.
 *
 * <p>Comments and the white space between tokens go; every literal, and everything that the lexer
 * does not know, stays as it was written. So the form never joins two queries that could mean
 * different things, at the price of keeping some equal ones apart.
 */
public final class CanonicalKql {

  private static final int HASH_BYTES = 16;

  private final String text;
  /* Found when first asked for: every hunt that a kept result answers is booked under it. */
  private @Nullable String hash;

  private CanonicalKql(String text) {
    this.text = text;
  }

  /** Reads the canonical form off any text, whether or not it is KQL. */
  public static CanonicalKql of(String kql) {
    TokenScanner scanner = new TokenScanner(kql);
    StringBuilder text = new StringBuilder(kql.length() + kql.length() / 4);
    for (int start = scanner.skip(0); start < kql.length(); ) {
      int end = scanner.end(start);
      if (end == TokenScanner.UNSURE) {
        return lexed(kql);
      }
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(kql, start, end);
      start = scanner.skip(end);
    }
    return new CanonicalKql(text.toString());
  }

  /** The same by the lexer, which is slower and knows the letters of all languages. */
  static CanonicalKql lexed(String kql) {
    StringBuilder text = new StringBuilder(kql.length());
    KqlLexer lexer = KqlTokens.lexer(kql);
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(token.getText());
    }
    return new CanonicalKql(text.toString());
  }

  /** The canonical text, itself a query with the same meaning. */
  public String text() {
    return text;
  }

  /** A short name for the query: the first 128 bits of the text's SHA-256, in hexadecimal. */
  public String hash() {
    String known = hash;
    if (known == null) {
      known = hashOf(text);
      hash = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CanonicalKql kql && kql.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static String hashOf(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

package dev.huntgate.kql;

/** Reads the values of string literals. */
public final class KqlLiteral {

  private KqlLiteral() {}

  /** Returns the text that a string literal of any kind stands for. */
  public static String text(String literal) {
    int start = Character.toLowerCase(literal.charAt(0)) == 'h' ? 1 : 0;
    String body = literal.substring(start);
    if (body.startsWith("```") || body.startsWith("~~~")) {
      return inner(body, 3);
    }
    if (body.startsWith("@")) {
      String quote = body.substring(1, 2);
      return inner(body.substring(1), 1).replace(quote + quote, quote);
    }
    return unescaped(inner(body, 1));
  }

  /** Returns the text that string literals side by side stand for. */
  static String text(KqlParser.StringLiteralContext literals) {
    StringBuilder text = new StringBuilder();
    literals.STRING().forEach(part -> text.append(text(part.getText())));
    return text.toString();
  }

  /** Tells whether a string literal ends as it begins, and not at the end of its line. */
  static boolean isClosed(String literal) {
    String body = literal.replaceFirst("^[hH]", "");
    if (body.startsWith("```") || body.startsWith("~~~")) {
      return body.length() >= 6 && body.endsWith(body.substring(0, 3));
    }
    if (body.startsWith("@")) {
      long quotes = body.chars().filter(c -> c == body.charAt(1)).count();
      return quotes % 2 == 0;
    }
    boolean ends = body.length() > 1 && body.charAt(body.length() - 1) == body.charAt(0);
    int backslashes = 0;
    for (int i = body.length() - 2; i > 0 && body.charAt(i) == '\\'; i--) {
      backslashes++;
    }
    return ends && backslashes % 2 == 0;
  }

  private static String inner(String quoted, int width) {
    String close = quoted.substring(0, width);
    boolean closed = quoted.length() >= 2 * width && quoted.endsWith(close);
    return quoted.substring(width, closed ? quoted.length() - width : quoted.length());
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char escape = text.charAt(++i);
      int digits = escape == 'u' ? 4 : escape == 'x' ? 2 : 0;
      if (digits > 0 && isHex(text, i + 1, digits)) {
        plain.append((char) Integer.parseInt(text, i + 1, i + 1 + digits, 16));
        i += digits;
      } else {
        plain.append(control(escape));
      }
    }
    return plain.toString();
  }

  private static boolean isHex(String text, int from, int digits) {
    return from + digits <= text.length()
        && text.substring(from, from + digits).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static char control(char escape) {
    return switch (escape) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'a' -> (char) 7;
      case 'v' -> (char) 11;
      case '0' -> (char) 0;
      default -> escape;
    };
  }
}

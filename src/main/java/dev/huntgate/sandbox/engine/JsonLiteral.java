package dev.huntgate.sandbox.engine;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.huntgate.kql.KqlLiteral;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns the inside of {@code dynamic(...)} into JSON text. */
final class JsonLiteral extends KqlParserBaseVisitor<String> {

  private static final JsonLiteral WRITER = new JsonLiteral();

  private JsonLiteral() {}

  static String text(KqlParser.JsonContext json) {
    return WRITER.visit(json);
  }

  @Override
  public String visitJsonArray(KqlParser.JsonArrayContext array) {
    return array.json().stream().map(this::visit).collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public String visitJsonObject(KqlParser.JsonObjectContext object) {
    return object.jsonMember().stream().map(this::visit).collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public String visitJsonMember(KqlParser.JsonMemberContext member) {
    String name =
        member.STRING() == null
            ? member.NAME().getText()
            : KqlLiteral.text(member.STRING().getText());
    return quoted(name) + ":" + visit(member.json());
  }

  @Override
  public String visitJsonNumber(KqlParser.JsonNumberContext number) {
    String digits = number.getText();
    return digits.contains("x") || digits.contains("X") ? quoted(digits) : digits;
  }

  @Override
  public String visitJsonScalar(KqlParser.JsonScalarContext scalar) {
    if (!scalar.STRING().isEmpty()) {
      return quoted(
          scalar.STRING().stream()
              .map(part -> KqlLiteral.text(part.getText()))
              .collect(Collectors.joining()));
    }
    boolean isWord = scalar.TRUE() != null || scalar.FALSE() != null || scalar.NULL() != null;
    return isWord ? scalar.getText().toLowerCase(Locale.ROOT) : quoted(scalar.getText());
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}

package dev.huntgate.sandbox.engine;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.huntgate.kql.KqlLiteral;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the inside of {@code dynamic(...)} into JSON text. */
final class JsonLiteral extends KqlParserBaseVisitor<String> {

  private static final JsonLiteral WRITER = new JsonLiteral();

  private JsonLiteral() {}

  static String text(KqlParser.JsonContext json) {
    return WRITER.visit(json);
  }

  /** Returns the texts of an array's elements, if they all are text or numbers. */
  static Optional<List<String>> elements(KqlParser.JsonContext json) {
    if (!(json instanceof KqlParser.JsonArrayContext array)) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (KqlParser.JsonContext element : array.json()) {
      if (element instanceof KqlParser.JsonScalarContext scalar && !scalar.STRING().isEmpty()) {
        texts.add(joined(scalar));
      } else if (element instanceof KqlParser.JsonNumberContext number
          && number.INTEGER() != null) {
        texts.add(number.getText());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(texts);
  }

  private static String joined(KqlParser.JsonScalarContext scalar) {
    return scalar.STRING().stream()
        .map(part -> KqlLiteral.text(part.getText()))
        .collect(Collectors.joining());
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
      return quoted(joined(scalar));
    }
    boolean isWord = scalar.TRUE() != null || scalar.FALSE() != null || scalar.NULL() != null;
    return isWord ? scalar.getText().toLowerCase(Locale.ROOT) : quoted(scalar.getText());
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}

package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DATETIME;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.GUID;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.REAL;
import static dev.huntgate.kql.KqlType.TIMESPAN;

import dev.huntgate.kql.KqlLiteral;
import dev.huntgate.kql.KqlParser;
import dev.huntgate.kql.KqlParserBaseVisitor;
import dev.huntgate.kql.KqlTime;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns literals into SQL. */
final class LiteralTranslator extends KqlParserBaseVisitor<SqlValue> {

  @Override
  public SqlValue visitStringLiteral(KqlParser.StringLiteralContext literal) {
    return SqlValue.string(
        literal.STRING().stream()
            .map(part -> KqlLiteral.text(part.getText()))
            .collect(Collectors.joining()));
  }

  @Override
  public SqlValue visitIntegerLiteral(KqlParser.IntegerLiteralContext literal) {
    String digits = literal.getText().toLowerCase(Locale.ROOT);
    BigInteger number =
        digits.startsWith("0x") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
    if (number.bitLength() > 63) {
      throw Rejections.semantic("The number " + literal.getText() + " is too long.");
    }
    return SqlValue.of(LONG, "CAST(" + number + " AS BIGINT)");
  }

  @Override
  public SqlValue visitRealLiteral(KqlParser.RealLiteralContext literal) {
    return SqlValue.of(REAL, "CAST(" + literal.getText() + " AS DOUBLE)");
  }

  @Override
  public SqlValue visitBoolLiteral(KqlParser.BoolLiteralContext literal) {
    return SqlValue.of(BOOL, literal.TRUE() == null ? "false" : "true");
  }

  @Override
  public SqlValue visitNullLiteral(KqlParser.NullLiteralContext literal) {
    return SqlValue.nothing(DYNAMIC);
  }

  @Override
  public SqlValue visitDatetimeLiteral(KqlParser.DatetimeLiteralContext literal) {
    String text = KqlTime.enclosed(literal.getText());
    return text.equals("null")
        ? SqlValue.nothing(DATETIME)
        : KqlTime.moment(text).map(LiteralTranslator::moment).orElseThrow(() -> unreadable(text));
  }

  @Override
  public SqlValue visitTimespanLiteral(KqlParser.TimespanLiteralContext literal) {
    String text = KqlTime.enclosed(literal.getText());
    return text.equals("null")
        ? SqlValue.nothing(TIMESPAN)
        : KqlTime.span(text)
            .map(span -> SqlValue.of(TIMESPAN, "CAST(" + Conversions.ticks(span) + " AS BIGINT)"))
            .orElseThrow(() -> unreadable(text));
  }

  @Override
  public SqlValue visitGuidLiteral(KqlParser.GuidLiteralContext literal) {
    String text = KqlTime.enclosed(literal.getText());
    return text.equals("null") ? SqlValue.nothing(GUID) : SqlValue.of(GUID, SqlText.literal(text));
  }

  @Override
  public SqlValue visitDynamicLiteral(KqlParser.DynamicLiteralContext literal) {
    String json = JsonLiteral.text(literal.json());
    return json.equals("null")
        ? SqlValue.nothing(DYNAMIC)
        : SqlValue.of(DYNAMIC, "CAST(" + SqlText.literal(json) + " AS JSON)")
            .holding(JsonLiteral.elements(literal.json()));
  }

  static SqlValue moment(Instant moment) {
    long micros =
        Math.addExact(
            Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    return SqlValue.of(DATETIME, "kql_moment(" + micros + ")");
  }

  private static KqlRejectedException unreadable(String text) {
    return Rejections.semantic("The literal '" + text + "' cannot be read.");
  }
}

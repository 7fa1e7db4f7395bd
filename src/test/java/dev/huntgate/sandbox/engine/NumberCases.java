package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.constant;
import static dev.huntgate.sandbox.engine.QueryCase.each;

import java.util.List;
import java.util.UUID;

/** Functions on numbers, conversions and choices. */
final class NumberCases {

  private static final UUID ID = new UUID(7, 9);

  private NumberCases() {}

  static List<QueryCase> all() {
    return List.of(
        constant("toint('12')", Integer.valueOf("12")),
        constant("tolong('0x1f')", Long.parseLong("1f", 16)),
        constant("toreal('2.5')", Double.valueOf("2.5")),
        each("todouble(Port)", l -> l.port() == null ? null : l.port().doubleValue()),
        constant("todecimal('1.5')", 1.5),
        constant("tobool('true')", true),
        constant("toboolean(0)", false),
        constant("toguid('" + ID + "') == guid(" + ID + ")", true),
        constant("int(7)", 7),
        constant("long(7)", 7L),
        constant("real(7)", 7.0),
        constant("double(7)", 7.0),
        constant("decimal(7)", 7.0),
        constant("bool(1)", true),
        each("bin(Port, 5)", l -> l.port() == null ? null : l.port() / 5 * 5),
        each("bin(Score, 0.5)", l -> l.score() == null ? null : Math.floor(l.score() / 0.5) * 0.5),
        constant("floor(-7, 5)", -10L),
        constant("bin_at(7, 5, 1)", 6L),
        each("abs(Port - 10)", l -> l.port() == null ? null : Math.abs(l.port() - 10)),
        each(
            "round(Score / 3, 2)",
            l -> l.score() == null ? null : Math.round(l.score() / 3 * 100) / 100.0),
        each("ceiling(Score)", l -> l.score() == null ? null : Math.ceil(l.score())),
        each("sign(Port - 10)", l -> l.port() == null ? null : Math.signum(l.port() - 10.0)),
        each("sqrt(Port)", l -> l.port() == null ? null : Math.sqrt(l.port())),
        constant("sqrt(-1)", null),
        constant("log(10)", Math.log(10)),
        constant("log(0)", null),
        constant("log2(10)", Math.log(10) / Math.log(2)),
        constant("log10(50)", Math.log10(50)),
        constant("exp(2)", Math.exp(2)),
        constant("exp2(5)", Math.pow(2, 5)),
        constant("exp10(3)", Math.pow(10, 3)),
        constant("sin(1)", Math.sin(1)),
        constant("cos(1)", Math.cos(1)),
        constant("tan(1)", Math.tan(1)),
        constant("cot(1)", 1 / Math.tan(1)),
        constant("asin(0.5)", Math.asin(0.5)),
        constant("acos(0.5)", Math.acos(0.5)),
        constant("atan(0.5)", Math.atan(0.5)),
        constant("atan2(1, 2)", Math.atan2(1, 2)),
        constant("degrees(1)", Math.toDegrees(1)),
        constant("radians(90)", Math.toRadians(90)),
        constant("pi()", Math.PI),
        constant("pow(2, 10)", Math.pow(2, 10)),
        constant("isnan(0.0 / 0)", true),
        constant("isinf(1.0 / 0)", true),
        constant("isfinite(1.5)", true),
        constant("rand() >= 0 and rand() < 1 and rand(5) <= 4", true),
        constant("binary_and(12, 10)", 12L & 10),
        constant("binary_or(12, 10)", 12L | 10),
        constant("binary_xor(12, 10)", 12L ^ 10),
        constant("binary_not(12)", ~12L),
        constant("binary_shift_left(3, 4)", 3L << 4),
        constant("binary_shift_right(48, 4)", 48L >> 4),
        constant("bitset_count_ones(13)", (long) Long.bitCount(13)),
        constant("tohex(255)", Long.toHexString(255)),
        constant("tohex(10, 4)", String.format("%04x", 10)),
        constant("7 / 2", 7L / 2),
        constant("7 / 0", null),
        constant("7.0 / 2", 7.0 / 2),
        each(
            "(Port + 2) * 3 - Port % 4",
            l -> l.port() == null ? null : (l.port() + 2) * 3 - l.port() % 4),
        each("iff(Success, 'yes', 'no')", l -> l.ok() ? "yes" : "no"),
        each("iif(isnull(Port), -1, Port)", l -> l.port() == null ? -1L : l.port()),
        each(
            "case(Port > 15, 'high', Port > 5, 'mid', 'low')",
            l ->
                l.port() != null && l.port() > 15
                    ? "high"
                    : l.port() != null && l.port() > 5 ? "mid" : "low"),
        each("coalesce(Port, 99)", l -> l.port() == null ? 99L : l.port()),
        each("coalesce(AccountName, '?')", l -> l.account().isEmpty() ? "?" : l.account()),
        each("isnull(Port)", l -> l.port() == null),
        each("isnotnull(Port)", l -> l.port() != null),
        each("notnull(Port)", l -> l.port() != null),
        each("isempty(AccountName)", l -> l.account().isEmpty()),
        each("isnotempty(AccountName)", l -> !l.account().isEmpty()),
        each("notempty(Port)", l -> l.port() != null),
        each("isnull(AccountName)", l -> false),
        each("not(Success)", l -> !l.ok()),
        each("min_of(Port, 7)", l -> l.port() == null ? 7L : Math.min(l.port(), 7)),
        each("max_of(Port, 7)", l -> l.port() == null ? 7L : Math.max(l.port(), 7)),
        each("gettype(Port)", l -> "long"),
        each("column_ifexists('Port', 0)", l -> l.port()),
        each("column_ifexists('Nothing', DeviceName)", l -> l.device()),
        each("columnifexists('Port', 0)", l -> l.port()),
        each("ingestion_time()", l -> l.time()));
  }
}

package dev.huntgate.sandbox.engine;

import static dev.huntgate.kql.KqlType.BOOL;
import static dev.huntgate.kql.KqlType.DECIMAL;
import static dev.huntgate.kql.KqlType.DYNAMIC;
import static dev.huntgate.kql.KqlType.GUID;
import static dev.huntgate.kql.KqlType.LONG;
import static dev.huntgate.kql.KqlType.STRING;

import dev.huntgate.kql.KqlType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions on text that stands for something else: encodings, hashes, addresses, versions. */
final class EncodingFunctions {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern RANGE =
      Pattern.compile(
          BYTE + "\\." + BYTE + "\\." + BYTE + "\\." + BYTE + "(?:/(3[0-2]|[12]?\\d))?");

  private EncodingFunctions() {}

  static void register(ScalarFunctions all) {
    all.add("base64_encode_tostring", STRING, STRING, "to_base64(encode(%s))");
    all.add("base64_encodestring", STRING, STRING, "to_base64(encode(%s))");
    all.add("base64_decode_tostring", STRING, STRING, "kql_base64_text(%s)");
    all.add("base64_decodestring", STRING, STRING, "kql_base64_text(%s)");
    all.add("url_decode", STRING, STRING, "url_decode(replace(%s, '+', ' '))");
    all.add("url_encode", STRING, STRING, "replace(url_encode(%s), '%%20', '+')");
    all.add("url_encode_component", STRING, STRING, "url_encode(%s)");
    all.add("hash_md5", STRING, STRING, "md5(%s)");
    all.add("hash_sha1", STRING, STRING, "sha1(%s)");
    all.add("hash_sha256", STRING, STRING, "sha256(%s)");
    all.add("new_guid", 0, 0, a -> SqlValue.of(GUID, "CAST(uuid() AS VARCHAR)"));
    all.add("parse_version", STRING, DECIMAL, "kql_version(%s)");
    all.add("unicode_codepoints_from_string", STRING, DYNAMIC, "kql_code_points(%s)");
    all.add("to_utf8", STRING, DYNAMIC, "kql_code_points(%s)");
    all.add("unicode_codepoints_to_string", DYNAMIC, STRING, "kql_from_code_points(%s)");
    all.add("make_string", DYNAMIC, STRING, "kql_from_code_points(%s)");

    all.add("parse_ipv4", STRING, LONG, "kql_ip(%s)");
    all.add("parse_ipv4_mask", 2, 2, a -> number(a, "kql_ip_masked(%s, %s)"));
    all.add("format_ipv4", 1, 2, EncodingFunctions::formatted);
    all.add("format_ipv4_mask", 1, 2, EncodingFunctions::formattedMask);
    all.add("ipv4_netmask_suffix", STRING, LONG, "kql_ip_bits(%s)");
    all.add("ipv4_is_private", STRING, BOOL, "kql_ip_private(%s)");
    all.add("ipv4_is_in_range", 2, 2, a -> inRange(a.get(0), a.get(1)));
    all.add("ipv4_is_in_any_range", 2, ScalarFunctions.MANY, EncodingFunctions::inAnyRange);
    all.add("ipv4_is_match", 2, 3, a -> compared(a, "(%s = 0)", BOOL));
    all.add("ipv4_compare", 2, 3, a -> compared(a, "%s", LONG));
    all.add("has_ipv4", 2, 2, EncodingFunctions::hasAddress);
  }

  private static SqlValue number(List<SqlValue> a, String sql) {
    return SqlValue.of(LONG, sql, TextFunctions.text(a, 0), Conversions.whole(a.get(1)));
  }

  private static SqlValue address(SqlValue value) {
    return value.isNumber()
        ? Conversions.whole(value)
        : SqlValue.of(LONG, "kql_ip(%s)", Conversions.text(value));
  }

  private static SqlValue formatted(List<SqlValue> a) {
    return SqlValue.of(
        STRING,
        "kql_ip_text(kql_ip_cut(%s, %s))",
        address(a.get(0)),
        a.size() == 1 ? "32" : Conversions.whole(a.get(1)));
  }

  private static SqlValue formattedMask(List<SqlValue> a) {
    Object bits = a.size() == 1 ? "32" : Conversions.whole(a.get(1));
    return SqlValue.of(
        STRING,
        "coalesce(nullif(kql_ip_text(kql_ip_cut(%s, %s)), '') || '/' || %s, '')",
        address(a.get(0)),
        bits,
        bits);
  }

  private static SqlValue inRange(SqlValue address, SqlValue range) {
    SqlValue text = Conversions.text(address);
    Matcher known = RANGE.matcher(range.literal().orElse(""));
    if (!known.matches()) {
      return SqlValue.of(BOOL, "kql_ip_in(%s, %s)", text, Conversions.text(range));
    }
    long start = 0;
    for (int i = 1; i <= 4; i++) {
      start = start * 256 + Long.parseLong(known.group(i));
    }
    long size = 1L << (32 - (known.group(5) == null ? 32 : Integer.parseInt(known.group(5))));
    start -= start % size;
    return SqlValue.of(BOOL, "(kql_ip_whole(%s) BETWEEN %s AND %s)", text, start, start + size - 1);
  }

  private static SqlValue inAnyRange(List<SqlValue> a) {
    return Comparisons.any(
        a.subList(1, a.size()).stream()
            .map(
                range ->
                    range.elements().isPresent()
                        ? Comparisons.any(
                            range.elements().get().stream()
                                .map(each -> inRange(a.get(0), SqlValue.string(each)))
                                .toList())
                        : range.type() == DYNAMIC
                            ? SqlValue.of(
                                BOOL,
                                "(len(list_filter(kql_texts(%s), lambda e: kql_ip_in(%s, e))) > 0)",
                                range,
                                TextFunctions.text(a, 0))
                            : inRange(a.get(0), range))
            .toList());
  }

  private static SqlValue compared(List<SqlValue> a, String sql, KqlType type) {
    SqlValue difference =
        SqlValue.of(
            LONG,
            "kql_ip_compared(%s, %s, %s)",
            TextFunctions.text(a, 0),
            TextFunctions.text(a, 1),
            a.size() == 2 ? "32" : Conversions.whole(a.get(2)));
    return SqlValue.of(type, sql, difference);
  }

  private static SqlValue hasAddress(List<SqlValue> a) {
    return SqlValue.of(
        BOOL,
        "(kql_ip(%2$s) IS NOT NULL AND regexp_matches(%1$s, '(?:^|[^0-9A-Za-z.])' ||"
            + " regexp_escape(%2$s) || '(?:$|[^0-9A-Za-z.])'))",
        TextFunctions.text(a, 0),
        TextFunctions.text(a, 1));
  }
}

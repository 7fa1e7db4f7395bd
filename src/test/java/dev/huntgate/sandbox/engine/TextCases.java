package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.constant;
import static dev.huntgate.sandbox.engine.QueryCase.each;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions on text. */
final class TextCases {

  private static final String URL = "https://bob:secret@example.com:8443/a/b.html?x=1&y=two#top";
  private static final URI PARSED = URI.create(URL);

  private TextCases() {}

  static List<QueryCase> all() {
    return List.of(
        each("tostring(Port)", l -> l.port() == null ? "" : l.port().toString()),
        each("tolower(DeviceName)", l -> l.device().toLowerCase(Locale.ROOT)),
        each("toupper(DeviceName)", l -> l.device().toUpperCase(Locale.ROOT)),
        each("strlen(AccountName)", l -> (long) l.account().length()),
        constant("string_size('é€')", (long) "é€".getBytes(StandardCharsets.UTF_8).length),
        each("reverse(DeviceName)", l -> new StringBuilder(l.device()).reverse().toString()),
        constant("isascii('abc')", true),
        constant("isascii('é')", false),
        each(
            "strcat(DeviceName, '-', AccountName, Port)",
            l -> l.device() + "-" + l.account() + (l.port() == null ? "" : l.port())),
        each(
            "strcat_delim('/', DeviceName, AccountName)",
            l -> String.join("/", l.device(), l.account())),
        constant("strcat_array(dynamic(['a', 1, 'c']), '+')", String.join("+", "a", "1", "c")),
        each("strrep(AccountName, 2, ' ')", l -> l.account() + " " + l.account()),
        each(
            "strcmp(DeviceName, 'ws-01')",
            l -> (long) Integer.signum(l.device().compareTo("ws-01"))),
        each("substring(DeviceName, 1, 3)", l -> l.device().substring(1, 4)),
        each("substring(DeviceName, 2)", l -> l.device().substring(2)),
        each("tostring(split(DeviceName, '-')[1])", l -> l.device().split("-")[1]),
        each("split(DeviceName, '-', 0)", l -> "[\"" + l.device().split("-")[0] + "\"]"),
        each("indexof(DeviceName, 's')", l -> (long) l.device().indexOf('s')),
        each("indexof(DeviceName, '0', 4)", l -> (long) l.device().indexOf("0", 4)),
        each("replace_string(DeviceName, '0', '00')", l -> l.device().replace("0", "00")),
        each(
            "replace_strings(DeviceName, dynamic(['ws', 'srv']), dynamic(['w', 's']))",
            l -> l.device().replace("ws", "w").replace("srv", "s")),
        each(
            "replace_regex(DeviceName, @'([a-z]+)-(\\d)', @'\\2.\\1')",
            l -> l.device().replaceAll("([a-z]+)-(\\d)", "$2.$1")),
        each("replace(@'\\d+', 'N', DeviceName)", l -> l.device().replaceAll("\\d+", "N")),
        each(
            "translate('ws', 'WX', DeviceName)",
            l -> l.device().replace('w', 'W').replace('s', 'X')),
        constant("trim('x+', 'xxaxbxx')", "axb"),
        constant("trim_start('x', 'xxax')", "ax"),
        constant("trim_end('x', 'xaxx')", "xa"),
        each("countof(DeviceName, '0')", l -> l.device().chars().filter(c -> c == '0').count()),
        each(
            "countof(DeviceName, @'[a-z]', 'regex')",
            l -> l.device().chars().filter(Character::isLowerCase).count()),
        each(
            "has_any_index(DeviceName, dynamic(['zz', 'ws']))",
            l -> l.device().startsWith("ws") ? 1L : -1L),
        each("extract(@'-(\\d+)', 1, DeviceName)", l -> found("-(\\d+)", 1, l.device())),
        each(
            "extract(@'-(\\d+)', 1, DeviceName, typeof(long))",
            l -> Long.valueOf(found("-(\\d+)", 1, l.device()))),
        constant("extract_all(@'(\\d)', 'a1b2')", "[\"1\",\"2\"]"),
        constant("extract_all(@'(\\w)=(\\d)', 'a=1,b=2')", "[[\"a\",\"1\"],[\"b\",\"2\"]]"),
        constant("extractall(@'(\\d)', 'a1b2')", "[\"1\",\"2\"]"),
        each("indexof_regex(DeviceName, @'\\d')", l -> (long) l.device().indexOf('0')),
        constant("tostring(parseurl('" + URL + "').Host)", PARSED.getHost()),
        constant("tostring(parseurlquery('x=1')['Query Parameters'].x)", "1"),
        constant("array_strcat(dynamic(['a', 'b']), '+')", "a+b"),
        constant("regex_quote('a.b')", "a\\.b"),
        constant(
            "parse_command_line('\"c:\\\\x y\\\\z.exe\" /a \"b c\"', 'windows')",
            "[\"c:\\\\x y\\\\z.exe\",\"/a\",\"b c\"]"),
        constant(
            "parse_url('" + URL + "')",
            "{\"Scheme\":\""
                + PARSED.getScheme()
                + "\",\"Host\":\""
                + PARSED.getHost()
                + "\",\"Port\":\""
                + PARSED.getPort()
                + "\",\"Path\":\""
                + PARSED.getPath()
                + "\",\"Username\":\"bob\",\"Password\":\"secret\",\"Query Parameters\":"
                + "{\"x\":\"1\",\"y\":\"two\"},\"Fragment\":\""
                + PARSED.getFragment()
                + "\"}"),
        constant(
            "parse_urlquery('x=1&y=two')", "{\"Query Parameters\":{\"x\":\"1\",\"y\":\"two\"}}"),
        constant("tostring(parse_path(@'C:\\t\\f.txt').Filename)", "f.txt"),
        constant("tostring(parse_path('/home/u/f.tar.gz').DirectoryPath)", "/home/u"),
        constant("parse_csv('a,\"b,c\",d')", "[\"a\",\"b,c\",\"d\"]"),
        each("base64_encode_tostring(DeviceName)", l -> base64(l.device())),
        each("base64_encodestring(DeviceName)", l -> base64(l.device())),
        constant("base64_decode_tostring('" + base64("hello") + "')", "hello"),
        constant("base64_decodestring('" + base64("hello") + "')", "hello"),
        constant("base64_decode_tostring('***')", ""),
        constant("url_encode('a b/ü')", URLEncoder.encode("a b/ü", StandardCharsets.UTF_8)),
        constant("url_encode_component('a b')", "a%20b"),
        constant("url_decode('a%20b%2Fc')", "a b/c"),
        each("hash_md5(DeviceName)", l -> hash("MD5", l.device())),
        each("hash_sha1(DeviceName)", l -> hash("SHA-1", l.device())),
        each("hash_sha256(DeviceName)", l -> hash("SHA-256", l.device())),
        constant("strlen(tostring(new_guid()))", (long) UUID.randomUUID().toString().length()),
        constant("parse_version('10.0.19045.3') > parse_version('10.0.9999.4')", true),
        constant("parse_version('1.2') == parse_version('1.2.0.0')", true),
        constant("unicode_codepoints_from_string('aé')", "[97,233]"),
        constant("to_utf8('ab')", "[97,98]"),
        constant("unicode_codepoints_to_string(dynamic([97, 233]))", "aé"),
        constant("make_string(dynamic([104, 105]))", "hi"),
        constant("parse_ipv4('10.1.2.3')", 10L << 24 | 1 << 16 | 2 << 8 | 3),
        constant("parse_ipv4('10.1.2.300')", null),
        constant("parse_ipv4_mask('10.1.2.3', 24)", 10L << 24 | 1 << 16 | 2 << 8),
        constant("format_ipv4('10.1.2.3', 16)", "10.1.0.0"),
        constant("format_ipv4_mask('10.1.2.3', 24)", "10.1.2.0/24"),
        constant("ipv4_netmask_suffix('10.0.0.0/8')", 8L),
        constant("ipv4_is_private('172.31.0.1')", true),
        constant("ipv4_is_private('172.32.0.1')", false),
        constant("ipv4_is_private('192.168.3.4') and ipv4_is_private('10.0.0.1')", true),
        constant("isnull(ipv4_is_private('nowhere'))", true),
        constant("ipv4_is_in_range('10.1.2.3', '10.1.0.0/16')", true),
        constant("ipv4_is_in_range('10.2.2.3', '10.1.0.0/16')", false),
        constant("ipv4_is_in_any_range('10.2.2.3', dynamic(['10.1.0.0/16', '10.2.0.0/16']))", true),
        constant("ipv4_is_in_any_range('10.3.2.3', '10.1.0.0/16', '10.2.0.0/16')", false),
        constant("ipv4_is_match('10.1.2.3', '10.1.2.9', 24)", true),
        constant("ipv4_compare('10.1.2.3', '10.1.2.9')", -1L),
        constant("has_ipv4('from 10.1.2.3:80', '10.1.2.3')", true),
        constant("has_ipv4('from 110.1.2.3', '10.1.2.3')", false));
  }

  private static String found(String regex, int group, String text) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    return matcher.find() ? matcher.group(group) : "";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

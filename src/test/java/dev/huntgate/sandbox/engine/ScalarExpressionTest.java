package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarExpressionTest {

  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    engine = new DuckDbHuntingEngine(List.of(SmallTables.one()), SmallTables.CLOCK);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Object value(String expression) {
    return engine.run("One | project v = " + expression, SmallTables.ALWAYS).rows().get(0)[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Text has 'POWERSHELL'",
        "Text !has 'power'",
        "Text !has_cs 'POWERSHELL'",
        "Text has_cs 'exe'",
        "Text has '-enc'",
        "Text has 'powershell.exe'",
        "Text has ''",
        "Text !has 'shell.exe'",
        "Text hasprefix 'POWER'",
        "Text !hasprefix 'shell'",
        "Text hassuffix 'SHELL'",
        "Text hassuffix_cs 'shell'",
        "Text !hassuffix 'power'",
        "Text contains 'WERSH'",
        "Text !contains_cs 'WERSH'",
        "Text contains_cs 'wersh'",
        "Text startswith 'Power'",
        "Text !startswith_cs 'Power'",
        "Text endswith 'zqb4'",
        "Text !endswith_cs 'zqb4'",
        "Text =~ 'POWERSHELL.EXE -ENC zqb4'",
        "Text !~ 'x'",
        "Text != 'POWERSHELL.EXE -enc ZQB4'",
        "Text == \"powershell.exe -enc ZQB4\"",
        "Text in ('x', \"powershell.exe -enc ZQB4\")",
        "Text !in ('x', 'y')",
        "Text in~ ('POWERSHELL.exe -enc ZQB4')",
        "Text !in~ ('x')",
        "Text in (dynamic(['q', 'powershell.exe -enc ZQB4']))",
        "Text in~ (dynamic(['POWERSHELL.EXE -ENC ZQB4']))",
        "Text has_any ('cmd', 'EXE')",
        "not(Text has_any ('cmd', 'power'))",
        "Text has_all ('exe', 'powershell')",
        "not(Text has_all ('exe', 'cmd'))",
        "Text has_any (dynamic(['cmd', 'enc']))",
        "Text has_all (dynamic(['exe', 'enc']))",
        "Text matches regex @'\\.exe\\s+-e\\w+'",
        "not(Text matches regex '^exe')",
        "'50%' contains '%'",
        "'a_b' !contains 'a%b'",
        "'it''s' contains \"s\"",
        "Empty == ''",
        "NoText == ''",
        "isempty(NoText)",
        "isnotempty(Text)",
        "not(isnull(NoText))",
        "isnull(NoLong)",
        "isnotnull(Long)",
        "isempty(NoLong)",
        "NoLong != 5",
        "not(NoLong == 5)",
        "isnull(NoLong == long(null))",
        "isnull(NoLong > 5)",
        "Long between (40 .. 42)",
        "Long !between (1 .. 41)",
        "Long in (1, 42)",
        "Long !in (1, 2)",
        "NoLong !in (1, 2)",
        "Bool == 1",
        "Bool == true",
        "Bool and not(false)",
        "false or Bool",
        "Time between (datetime(2026-03-04) .. 1d)",
        "Time > ago(30d)",
        "Time < now(-1d)",
        "Time < now() - 1d",
        "now() == datetime(2026-03-10 12:00)",
        "LogonId == 1",
        "LogonID == 2",
        "Id == 'd3b07384-d9a0-4f6b-8d1e-000000000001'",
        "Bag.n == 5",
        "Bag.n > 4.5",
        "Bag['x/y~z'] == 'slash'",
        "Bag.a['b c'][1] =~ 'TWO'",
        "isnull(Bag.none)",
        "isnull(Bag.a['b c'][2])",
        "Bag.a['b c'][-2] == 'two'",
        "isnull(parse_json(''))",
        "tostring(Bag.none) == ''",
        "real(1.5) > 1",
        "1 < 1.5",
        "-Long == -42",
        "0x2A == Long",
        "Long-2==40",
        "Text == h'powershell.exe -enc ZQB4'",
        "'a' 'b' == 'ab'",
      })
  void isTrue(String expression) {
    assertEquals(true, value(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "7 / 2 # 3",
        "-7 / 2 # -3",
        "7 % 3 # 1",
        "Long + 1 # 43",
        "Int * 2 # 14",
        "2 - 5 # -3",
        "strlen(Text) # 24",
        "indexof(Text, 'exe') # 11",
        "indexof(Text, 'zzz') # -1",
        "countof('aaaa', 'aa') # 3",
        "countof('a1b22', @'\\d+', 'regex') # 2",
        "tolong('12') # 12",
        "tolong(2.9) # 2",
        "tolong('0x10') # 16",
        "bin(Long, 10) # 40",
        "bin(-1, 10) # -10",
        "floor(17, 5) # 15",
        "array_length(Bag.a['b c']) # 3",
        "abs(-5) # 5",
        "min_of(3, 1, 2) # 1",
        "max_of(3, 1, 2) # 3",
        "iff(Bool, 1, 2) # 1",
        "iif(isnull(NoLong), 3, 4) # 3",
        "case(Long < 5, 1, Long < 50, 2, 3) # 2",
        "coalesce(NoLong, Long) # 42",
        "tolong(Bag.n) # 5",
        "datetime_diff('day', datetime(2026-03-02 01:00), datetime(2026-03-01 23:00)) # 1",
        "datetime_diff('hour', datetime(2026-03-01), datetime(2026-03-02)) # -24",
        "datetime_diff('week', datetime(2026-03-08), datetime(2026-03-07)) # 1",
      })
  void isWhole(String expression, long expected) {
    assertEquals(expected, value(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "toint('12') # 12",
        "toint(Real) # -2",
        "hourofday(Time) # 5",
        "Int # 7",
        "dayofmonth(Time) # 4",
        "monthofyear(Time) # 3",
        "getyear(Time) # 2026",
      })
  void isInt(String expression, int expected) {
    assertEquals(expected, value(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "7.0 / 2 # 3.5", "Real * 2 # -5", "toreal('2.5') # 2.5", "todouble(Long) # 42",
        "round(2.345, 2) # 2.35", "round(2.5) # 3", "bin(7.3, 0.5) # 7", "abs(Real) # 2.5",
        "1h / 30m # 2", "toreal(Bag.n) # 5",
      })
  void isReal(String expression, double expected) {
    assertEquals(expected, value(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "tolower('ABC') # abc",
        "toupper('abc') # ABC",
        "strcat('a', 1, true) # a1true",
        "strcat(Empty, NoText, NoLong, 'x') # x",
        "substring(Text, 0, 5) # power",
        "substring(Text, 5) # shell.exe -enc ZQB4",
        "substring(Text, -4, 2) # ZQ",
        "split('a,b,c', ',') # [\"a\",\"b\",\"c\"]",
        "tostring(split('a,b,c', ',')[1]) # b",
        "replace_string('a.b.c', '.', '-') # a-b-c",
        "trim('-', '--a-b--') # a-b",
        "trim(@'[^\\w]+', '**x**') # x",
        "extract('-(\\\\w+)', 1, Text) # enc",
        "extract('zzz', 0, Text) # ``",
        "tostring(Long) # 42",
        "tostring(Real) # -2.5",
        "tostring(3.0) # 3",
        "tostring(NoLong) # ``",
        "tostring(true) # true",
        "tostring(Time) # 2026-03-04T05:06:07.0890000Z",
        "tostring(1d + 2h + 500ms) # 1.02:00:00.5000000",
        "tostring(-90m) # -01:30:00",
        "tostring(Bag.a) # {\"b c\":[1,\"two\",null]}",
        "tostring(Bag.a['b c'][1]) # two",
        "tostring(bag_keys(Bag)) # [\"a\",\"n\",\"x/y~z\"]",
        "tostring(parse_json('{\"k\": 1}').k) # 1",
        "tostring(parse_json('plain')) # plain",
        "tostring(todynamic('[1]')[0]) # 1",
        "coalesce(NoText, 'x') # x",
        "iff(NoLong > 1, 'yes', 'no') # no",
        "format_datetime(Time, 'yyyy-MM-dd HH:mm:ss.fff') # 2026-03-04 05:06:07.089",
        "tostring(dynamic({\"a\": [1, 'x', null, true]})) # {\"a\":[1,\"x\",null,true]}",
        "tostring(Id) # D3B07384-D9A0-4F6B-8D1E-000000000001",
      })
  void isText(String expression, String expected) {
    assertEquals(expected, value(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NoLong",
        "NoLong + 1",
        "tolong('x')",
        "toint('')",
        "1 / 0",
        "Bag.none",
        "int(null)",
        "datetime(null)",
        "todatetime('x')",
        "parse_json('')",
        "array_length(Bag)",
        "bool(null)",
      })
  void isNull(String expression) {
    assertNull(value(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'; DROP TABLE t0; --", "%s %d %1$s", "\\\\", "'' || 'x", "\uD83D\uDE00é", "?"})
  void staysText_whenALiteralLooksLikeSql(String text) {
    assertEquals(text, value("@\"" + text + "\""));
    assertTrue((boolean) value("@\"" + text + "\" has_any (@\"" + text + "\")"));
  }
}

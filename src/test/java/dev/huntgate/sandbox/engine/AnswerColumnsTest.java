package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.kql.KqlType;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerColumnsTest {

  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    engine =
        new DuckDbHuntingEngine(
            List.of(SmallTables.logons(), SmallTables.one()), SmallTables.CLOCK);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static HuntingAnswer run(String kql) {
    return engine.run(kql, SmallTables.ALWAYS);
  }

  private static void assertColumns(String kql, String... columns) {
    assertEquals(SmallTables.columns(columns), run(kql).columns());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "project strlen(Text), Long, tolower(Text) # strlen_Text,Long,Column1",
        "project Bag.a, Bag['n'], tostring(Bag.n) # Bag_a,Bag_n,Bag_n1",
        "extend tolong(Text), bin(Long, 5) | project-keep Text, Long # Text,Long",
        "project parse_url(Text).Host, split(Text, ' ')[0], gettype(Long) # Host,Text_0,type_Long",
        "summarize round(avg(Real), 1), countif(Long > 1), max(Long + 1) # avg_Real,countif_,max_",
        "summarize percentiles(Long, 5, 99.5), make_bag(Bag), make_list_if(Int, Bool)"
            + " # percentile_Long_5,percentile_Long_99_5,bag_Bag,list_Int",
        "project Long, Text | mv-apply x = dynamic([1]) on (project Long, y = x) # Long,Text,y",
        "project Long | search '42' # $table,Long",
        "project ['new name'] = Long, (Long) # new name,Long",
        "project LogonId, LogonID # LogonId,LogonID",
        "project bin(Time, 1h), Time # Time,Time1",
        "project Long | extend Long + 1 # Long,Column1",
        "project-away Text, *o*, B*, Id, T* # Empty,Int,Real",
        "project-keep Long, Int # Long,Int",
        "project Long, Int | project-rename L = Long # L,Int",
        "summarize count(), dcount(Text), sum(Long), make_set(Int), make_list(Int)"
            + " # count_,dcount_Text,sum_Long,set_Int,list_Int",
        "summarize countif(Bool), avg(Long), min(Int), max(Int), any(Text), take_any(Text)"
            + " # countif_Bool,avg_Long,min_Int,max_Int,any_Text,Text",
        "summarize count(), count() by Text # Text,count_,count_1",
        "summarize sum(Long + 1), x = max(Long) - min(Long) by bin(Time, 1h) # Time,sum_,x",
        "summarize by Text, startofday(Time) # Text,Time",
      })
  void namesColumnsAsKql_whenTheQueryDoesNot(String operators, String names) {
    assertEquals(
        List.of(names.split(",")),
        run("One | " + operators).columns().stream().map(HuntingColumn::name).toList());
  }

  @Test
  void answersWithTypes_whenColumnsAreMade() {
    assertColumns(
        "One | project a = Long / Int, b = Long / 2.0, c = Time - Time, d = Bag.n, e = Bool and"
            + " true, f = bin(Int, 2), g = strcat('a', 'b'), h = iff(Bool, Int, Long)",
        "a:LONG",
        "b:REAL",
        "c:TIMESPAN",
        "d:DYNAMIC",
        "e:BOOL",
        "f:LONG",
        "g:STRING",
        "h:LONG");
    assertEquals(KqlType.GUID, run("One | project Id").columns().get(0).type());
  }
}

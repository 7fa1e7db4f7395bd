package dev.huntgate.sandbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.kql.KqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryCatalogueTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static DuckDbHuntingEngine engine;

  @BeforeAll
  static void open() {
    List<HuntingTable> tables = new ArrayList<>(CompanyCases.TABLES);
    tables.addAll(List.of(SmallTables.logons(), SmallTables.one(), SmallTables.hosts()));
    engine = new DuckDbHuntingEngine(tables, SmallTables.CLOCK);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  static Stream<QueryCase> cases() {
    return QueryCatalogue.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsPlainJava(QueryCase each) {
    HuntingAnswer answer = engine.run(each.kql(), SmallTables.ALWAYS);
    List<KqlType> types = answer.columns().stream().map(HuntingColumn::type).toList();
    List<List<Object>> found =
        answer.rows().stream().map(row -> comparable(types, Arrays.asList(row))).toList();
    List<List<Object>> wanted = each.rows().stream().map(row -> comparable(types, row)).toList();
    if (!each.inOrder()) {
      found = sorted(found);
      wanted = sorted(wanted);
    }
    assertEquals(lines(wanted), lines(found));
  }

  private static List<List<Object>> sorted(List<List<Object>> rows) {
    List<List<Object>> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Object::toString));
    return sorted;
  }

  private static String lines(List<List<Object>> rows) {
    return String.join("\n", rows.stream().map(Object::toString).toList());
  }

  /** Reals are compared to nine digits, and dynamics as JSON. */
  private static List<Object> comparable(List<KqlType> types, List<Object> row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value instanceof Double number) {
        values.add(String.format("%.9g", number));
      } else if (value != null && i < types.size() && types.get(i) == KqlType.DYNAMIC) {
        values.add(json(assertInstanceOf(String.class, value)));
      } else {
        values.add(value);
      }
    }
    return values;
  }

  private static String json(String text) {
    try {
      return JSON.readTree(text).toString();
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}

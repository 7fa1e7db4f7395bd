package dev.huntgate.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.LimitExceeded;
import dev.huntgate.failure.FailureException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRowsTest {

  private static final Rows ROWS = rows();

  @ParameterizedTest
  @CsvSource({
    "LONG,EQ,x,a whole number",
    "LONG,EQ,1.5,a whole number",
    "LONG,GT,9223372036854775808,a whole number",
    "LONG,CONTAINS,1,CONTAINS does not go with this type; accepted are EQ",
    "REAL,LT,x,a number",
    "DECIMAL,LT,'',a number",
    "BOOL,EQ,yes,true or false",
    "DATETIME,GE,yesterday,a time in ISO 8601",
    "DATETIME,GE,2026-02-30,a time in ISO 8601",
    "TIMESPAN,GE,1h,a timespan such as",
    "TIMESPAN,STARTS_WITH,00:00:01,STARTS_WITH does not go with this type",
    "DYNAMIC,LT,5,LT does not go with this type; accepted are EQ",
    "STRING,IS_NULL,5,IS_NULL takes no value",
  })
  void namesColumnAndWhatIsAccepted_whenAValueDoesNotFit(
      String column, Operator operator, String value, String said) {
    String message = invalid("filter", () -> filter(Condition.of(column, operator, value)));

    assertTrue(message.contains("\"" + column + "\"") && message.contains(said), message);
  }

  @Test
  void refusesValuesOfTheWrongKind() {
    invalid("filter", () -> filter(Condition.of("STRING", Operator.EQ, 5)));
    invalid("filter", () -> filter(Condition.of("DATETIME", Operator.EQ, 5)));
    invalid("filter", () -> filter(Condition.of("STRING", Operator.EQ)));
    invalid("filter", () -> filter(Condition.of("STRING", Operator.EQ, "a", "b")));
    invalid("filter", () -> filter(Condition.of("STRING", Operator.LT, "a").ignoringCase()));
    invalid("filter", () -> filter(Condition.of("LONG", Operator.EQ, 1).ignoringCase()));
    assertTrue(
        invalid("filter", () -> filter(Condition.of("LONG", Operator.IN, 1, null)))
            .contains("IS_NULL"));
  }

  @Test
  void refusesUnknownAndAmbiguousColumns_andSaysHowToName() {
    assertTrue(
        invalid("orderBy", () -> ROWS.orderBy(List.of(Order.ascending("Twice"))))
            .contains("2 columns of the result are named \"Twice\"; say which by its place"));
    assertTrue(invalid("columns", () -> ROWS.project(List.of("long"))).contains("\"LONG\""));
    assertTrue(invalid("column", () -> ROWS.summary("#14", 1)).contains("13 columns"));
    invalid("column", () -> ROWS.summary("#0", 1));
    invalid("top", () -> ROWS.summary("LONG", -1));
    assertEquals(13, ROWS.columns().size());
    assertEquals(List.of("second"), ROWS.project(List.of("#12")).row(0));
  }

  @Test
  void takesAColumnsNameBeforeAPlace() {
    assertEquals(List.of("by name"), ROWS.project(List.of("#1")).row(0));
  }

  @Test
  void refusesMoreThanIsAllowedAtOnce() {
    Condition condition = Condition.of("LONG", Operator.EQ, 1);
    limited(() -> ROWS.filter(Collections.nCopies(51, condition)));
    limited(
        () -> filter(Condition.of("LONG", Operator.IN, Collections.nCopies(1001, 1).toArray())));
    limited(() -> ROWS.orderBy(Collections.nCopies(21, Order.ascending("LONG"))));
    limited(() -> ROWS.project(Collections.nCopies(2001, "LONG")));
    limited(() -> ROWS.summary("LONG", 1001));
  }

  @Test
  void readsValuesByTheTypeOfTheColumn() {
    assertEquals(1, filter(Condition.of("LONG", Operator.EQ, "9007199254740993")).size());
    assertEquals(
        1, filter(Condition.of("LONG", Operator.IN, 1, new BigDecimal("9007199254740993"))).size());
    assertEquals(0, filter(Condition.of("LONG", Operator.EQ, "9007199254740992")).size());
    assertEquals(1, filter(Condition.of("REAL", Operator.LE, 7.5)).size());
    assertEquals(1, filter(Condition.of("DATETIME", Operator.GT, "2026-03-01")).size());
    assertEquals(
        1, filter(Condition.of("DATETIME", Operator.EQ, "2026-03-01T10:30:00+01:00")).size());
    assertEquals(1, filter(Condition.of("DATETIME", Operator.EQ, "2026-03-01T09:30:00")).size());
    assertEquals(1, filter(Condition.of("TIMESPAN", Operator.EQ, "PT26H")).size());
    assertEquals(
        1,
        filter(Condition.of("GUID", Operator.EQ, "{6F9C1C2E-0000-4000-8000-000000000001}")).size());
    assertEquals(1, filter(Condition.of("GUID", Operator.CONTAINS, "6F9C")).size());
    assertEquals(1, filter(Condition.of("DYNAMIC", Operator.EQ, "a \"b\"")).size());
    assertEquals(1, filter(Condition.of("DYNAMIC", Operator.NE, "a")).size());
    assertEquals(1, filter(Condition.of("DYNAMIC", Operator.CONTAINS, "B").ignoringCase()).size());
    assertEquals(0, filter(Condition.of("DYNAMIC", Operator.NOT_IN, 1, "a \"b\"")).size());
    assertEquals(0, filter(Condition.of("LONG", Operator.IN)).size());
  }

  @Test
  void hasOneFingerprint_forOneFilterAndOrder() {
    Condition condition = Condition.of("LONG", Operator.GT, 1);
    List<Order> orders = List.of(Order.ascending("LONG"));

    assertEquals("", ROWS.fingerprint());
    assertEquals("", ROWS.project(List.of("LONG")).fingerprint());
    assertEquals(
        filter(condition).orderBy(orders).fingerprint(),
        filter(Condition.of("#3", Operator.GT, 1)).orderBy(orders).fingerprint());
    assertNotEquals(
        filter(condition).fingerprint(),
        filter(Condition.of("LONG", Operator.GT, 2)).fingerprint());
    assertNotEquals(
        filter(condition).fingerprint(), filter(condition).orderBy(orders).fingerprint());
    assertNotEquals(
        ROWS.orderBy(orders).fingerprint(),
        ROWS.orderBy(List.of(Order.descending("LONG"))).fingerprint());
  }

  private static Rows filter(Condition... conditions) {
    return ROWS.filter(Arrays.asList(conditions));
  }

  private static String invalid(String argument, Executable call) {
    FailureException refusal = assertThrows(FailureException.class, call);
    assertEquals(InvalidArgument.class, refusal.failure().getClass());
    assertEquals(argument, refusal.failure().argument());
    return refusal.failure().message();
  }

  private static void limited(Executable call) {
    FailureException refusal = assertThrows(FailureException.class, call);
    assertEquals(LimitExceeded.class, refusal.failure().getClass());
  }

  private static Rows rows() {
    ResultBuilder builder =
        new ResultBuilder(
            List.of(
                new Column("BOOL", ColumnType.BOOL),
                new Column("INT", ColumnType.INT),
                new Column("LONG", ColumnType.LONG),
                new Column("REAL", ColumnType.REAL),
                new Column("DECIMAL", ColumnType.DECIMAL),
                new Column("STRING", ColumnType.STRING),
                new Column("DATETIME", ColumnType.DATETIME),
                new Column("TIMESPAN", ColumnType.TIMESPAN),
                new Column("GUID", ColumnType.GUID),
                new Column("DYNAMIC", ColumnType.DYNAMIC),
                new Column("Twice", ColumnType.STRING),
                new Column("Twice", ColumnType.STRING),
                new Column("#1", ColumnType.STRING)));
    builder.add(
        new Object[] {
          true,
          1L,
          9007199254740993L,
          7.5,
          new BigDecimal("1.0"),
          "text",
          java.time.Instant.parse("2026-03-01T09:30:00Z"),
          "1.02:00:00",
          "6f9c1c2e-0000-4000-8000-000000000001",
          new JsonText("\"a \\\"b\\\"\""),
          "first",
          "second",
          "by name"
        });
    return builder.build().rows();
  }
}

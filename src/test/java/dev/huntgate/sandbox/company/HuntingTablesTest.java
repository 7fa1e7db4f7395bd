package dev.huntgate.sandbox.company;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.kql.KqlType;
import dev.huntgate.sandbox.engine.HuntingColumn;
import dev.huntgate.sandbox.engine.HuntingTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HuntingTablesTest {

  private static final Instant START = Instant.parse("2026-04-01T12:00:00Z");
  private static final Map<KqlType, Class<?>> CLASSES =
      Map.of(
          KqlType.BOOL, Boolean.class,
          KqlType.INT, Integer.class,
          KqlType.LONG, Long.class,
          KqlType.STRING, String.class,
          KqlType.DATETIME, Instant.class);

  private final Company company = new Company(7, START, 240);
  private final Map<String, HuntingTable> tables =
      company.huntingTables().stream()
          .collect(Collectors.toMap(HuntingTable::name, Function.identity()));

  @Test
  void holdsTwentyThousandRowsInFourTables() {
    assertEquals(
        Set.of("DeviceInfo", "DeviceProcessEvents", "DeviceLogonEvents", "EmailEvents"),
        tables.keySet());
    assertEquals(20_000, tables.values().stream().mapToLong(t -> t.rows().get().count()).sum());
  }

  @Test
  void hasTheDocumentedColumns() {
    assertEquals(49, tables.get("DeviceInfo").columns().size());
    assertEquals(69, tables.get("DeviceProcessEvents").columns().size());
    assertEquals(49, tables.get("DeviceLogonEvents").columns().size());
    assertEquals(40, tables.get("EmailEvents").columns().size());
  }

  @Test
  void typesEveryCellAsItsColumn() {
    for (HuntingTable table : tables.values()) {
      List<HuntingColumn> columns = table.columns();
      table
          .rows()
          .get()
          .forEach(
              row -> {
                assertEquals(columns.size(), row.length);
                for (int i = 0; i < row.length; i++) {
                  HuntingColumn column = columns.get(i);
                  Class<?> type = CLASSES.get(column.type());
                  assertTrue(
                      row[i] == null || type.isInstance(row[i]),
                      () -> table.name() + '.' + column.name());
                }
              });
    }
  }

  @Test
  void givesTheSameRows_whenAskedTwice() {
    for (HuntingTable table : tables.values()) {
      assertArrayEquals(table.rows().get().toArray(), table.rows().get().toArray());
    }
  }

  @Test
  void keepsEveryRowWithinThirtyDays() {
    for (HuntingTable table : tables.values()) {
      assertTrue(
          column(table.name(), "Timestamp")
              .map(Instant.class::cast)
              .allMatch(t -> !t.isAfter(START) && !t.isBefore(START.minus(Duration.ofDays(30)))),
          table.name());
    }
  }

  @Test
  void showsTheProgramsOfTheAlerts() {
    Set<Object> seen =
        rows(
            "DeviceProcessEvents",
            "Timestamp",
            "DeviceName",
            "FileName",
            "SHA256",
            "ProcessCommandLine",
            "AccountName");
    List<ProcessStart> told =
        subjects(Subject.OfProcess.class).map(Subject.OfProcess::process).toList();
    assertTrue(told.size() > 100);
    for (ProcessStart p : told) {
      assertTrue(
          p.at().isBefore(START.minus(Duration.ofDays(30)))
              || seen.contains(
                  List.of(
                      p.at(),
                      p.device().name(),
                      p.image().name(),
                      p.image().sha256(),
                      p.commandLine(),
                      p.account().name())),
          p.commandLine());
    }
  }

  @Test
  void showsTheMailsOfTheAlerts() {
    Set<Object> seen =
        rows(
            "EmailEvents",
            "Timestamp",
            "NetworkMessageId",
            "SenderFromAddress",
            "RecipientEmailAddress",
            "Subject");
    List<Mail> told = subjects(Subject.OfMail.class).map(Subject.OfMail::mail).toList();
    assertTrue(told.size() > 20);
    for (Mail m : told) {
      assertTrue(
          m.at().isBefore(START.minus(Duration.ofDays(30)))
              || seen.contains(
                  List.of(m.at(), m.id(), m.sender(), m.recipient().address(), m.subject())),
          m.subject());
    }
  }

  @Test
  void showsTheDevicesOfTheAlerts() {
    Set<Object> ids = column("DeviceInfo", "DeviceId").collect(Collectors.toSet());
    assertTrue(
        subjects(Subject.OfDevice.class).allMatch(subject -> ids.contains(subject.device().id())));
  }

  @Test
  void showsTheFailedSignInsOfASpray() {
    assertTrue(
        company.happenings().stream()
                .filter(h -> h instanceof Logon logon && logon.failureReason() != null)
                .count()
            > 100);
    assertTrue(
        column("DeviceLogonEvents", "ActionType").filter("LogonFailed"::equals).count() > 100);
  }

  @Test
  void hasPowershellInSeveralSpellingsOnManyDevices() {
    Set<Object> rows = rows("DeviceProcessEvents", "DeviceName", "FileName");
    Set<String> spellings =
        column("DeviceProcessEvents", "FileName")
            .map(String.class::cast)
            .filter("powershell.exe"::equalsIgnoreCase)
            .collect(Collectors.toSet());
    assertTrue(spellings.size() >= 3, spellings::toString);
    assertTrue(rows.stream().filter(r -> r.toString().contains("powershell.exe")).count() > 20);
  }

  @Test
  void mixesEmptyTextAndMissingValues() {
    assertTrue(column("DeviceInfo", "OSBuild").anyMatch(Objects::isNull));
    assertTrue(column("DeviceInfo", "MachineGroup").anyMatch(""::equals));
    assertFalse(column("EmailEvents", "Subject").anyMatch(Objects::isNull));
  }

  private <T extends Subject> Stream<T> subjects(Class<T> kind) {
    return company.incidents().stream()
        .flatMap(i -> i.alerts().stream())
        .flatMap(a -> a.evidence().stream())
        .map(Evidence::subject)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private Stream<Object> column(String table, String column) {
    int place = place(table, column);
    return tables.get(table).rows().get().map(row -> row[place]);
  }

  private Set<Object> rows(String table, String... columns) {
    List<Integer> places = Arrays.stream(columns).map(column -> place(table, column)).toList();
    return tables
        .get(table)
        .rows()
        .get()
        .map(row -> places.stream().map(place -> row[place]).toList())
        .collect(Collectors.toSet());
  }

  private int place(String table, String column) {
    return tables.get(table).columns().stream().map(HuntingColumn::name).toList().indexOf(column);
  }
}

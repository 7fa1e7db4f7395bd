package dev.huntgate.sandbox.company;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.kql.HuntingSchema;
import dev.huntgate.kql.KqlType;
import dev.huntgate.sandbox.engine.HuntingColumn;
import dev.huntgate.sandbox.engine.HuntingTable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
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
  private static final Instant MONTH_AGO = START.minus(Duration.ofDays(30));
  private static final Map<KqlType, Class<?>> CLASSES =
      Map.of(
          KqlType.BOOL, Boolean.class,
          KqlType.INT, Integer.class,
          KqlType.LONG, Long.class,
          KqlType.REAL, Double.class,
          KqlType.STRING, String.class,
          KqlType.GUID, String.class,
          KqlType.DYNAMIC, String.class,
          KqlType.DATETIME, Instant.class);
  private static final List<String> FILLED =
      List.of(
          "AlertEvidence",
          "AlertInfo",
          "CloudAppEvents",
          "DeviceEvents",
          "DeviceFileCertificateInfo",
          "DeviceFileEvents",
          "DeviceImageLoadEvents",
          "DeviceInfo",
          "DeviceLogonEvents",
          "DeviceNetworkEvents",
          "DeviceNetworkInfo",
          "DeviceProcessEvents",
          "DeviceRegistryEvents",
          "DeviceTvmSoftwareInventory",
          "DeviceTvmSoftwareVulnerabilities",
          "DeviceTvmSoftwareVulnerabilitiesKB",
          "EmailAttachmentInfo",
          "EmailEvents",
          "EmailPostDeliveryEvents",
          "EmailUrlInfo",
          "EntraIdSignInEvents",
          "IdentityDirectoryEvents",
          "IdentityInfo",
          "IdentityLogonEvents",
          "IdentityQueryEvents",
          "UrlClickEvents");

  private static final Company company = new Company(7, START, 240);
  private static final Map<String, HuntingTable> tables = tables(company);

  private static Map<String, HuntingTable> tables(Company company) {
    return company.huntingTables().stream()
        .collect(Collectors.toMap(HuntingTable::name, Function.identity()));
  }

  private static long size(Map<String, HuntingTable> tables) {
    return tables.values().stream().mapToLong(table -> table.rows().get().count()).sum();
  }

  @Test
  void hasEveryDocumentedTableWithItsColumns() {
    HuntingSchema schema = HuntingSchema.documented();
    assertEquals(62, tables.size());
    for (HuntingSchema.Table table : schema.tables()) {
      assertEquals(
          table.columns().stream().map(HuntingTablesTest::ofTheSandbox).toList(),
          tables.get(table.name()).columns());
    }
  }

  /** The reference calls the score of a vulnerability a string, which its own examples do not. */
  private static HuntingColumn ofTheSandbox(HuntingSchema.Column column) {
    boolean score = column.name().equals("CvssScore");
    return new HuntingColumn(column.name(), score ? KqlType.REAL : column.type());
  }

  @Test
  void takesTheNamesOfPublishedQueries_whereTheReferenceListsOthers() {
    assertEquals(
        List.of("AADSignInEventsBeta"), tables.get("EntraIdSignInEvents").alsoKnownAs().table());
    assertEquals(
        "Timestamp", tables.get("DeviceEvents").alsoKnownAs().columns().get("TimeGenerated"));
    assertEquals(Map.of(), tables.get("UrlClickEvents").alsoKnownAs().columns());
    for (HuntingTable table : tables.values()) {
      List<String> names = table.columns().stream().map(HuntingColumn::name).toList();
      table
          .alsoKnownAs()
          .columns()
          .forEach(
              (other, name) -> {
                assertTrue(names.contains(name), name);
                assertFalse(names.contains(other), other);
              });
    }
  }

  @Test
  void fillsTheTablesThatAreUsedMost() {
    assertEquals(
        FILLED,
        tables.values().stream()
            .filter(table -> table.rows().get().findAny().isPresent())
            .map(HuntingTable::name)
            .sorted()
            .toList());
  }

  @Test
  void holdsAHundredThousandRows_whenNothingElseIsSaid() {
    assertEquals(100_000, size(tables));
  }

  @Test
  void holdsAsManyRowsAsWanted_orWhatTheStoriesNeed() {
    assertEquals(250_000, size(tables(new Company(7, START, 240, 250_000))));
    assertEquals(
        size(tables(new Company(7, START, 240, 0))), size(tables(new Company(7, START, 240, 10))));
  }

  @Test
  void typesEveryCellAsItsColumn_andLeavesNoTextMissing() {
    for (HuntingTable table : tables.values()) {
      List<HuntingColumn> columns = table.columns();
      table
          .rows()
          .get()
          .forEach(
              row -> {
                assertEquals(columns.size(), row.length);
                for (int i = 0; i < row.length; i++) {
                  KqlType type = columns.get(i).type();
                  String name = table.name() + '.' + columns.get(i).name();
                  assertTrue(row[i] == null || CLASSES.get(type).isInstance(row[i]), name);
                  assertTrue(row[i] != null || type != KqlType.STRING, name);
                }
              });
    }
  }

  @Test
  void writesJsonIntoDynamicColumns() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (HuntingTable table : tables.values()) {
      for (int i = 0; i < table.columns().size(); i++) {
        int place = i;
        if (table.columns().get(i).type() == KqlType.DYNAMIC) {
          for (Object text :
              table.rows().get().map(row -> row[place]).filter(Objects::nonNull).toList()) {
            assertTrue(json.readTree((String) text).isContainerNode(), table.name());
          }
        }
      }
    }
  }

  @Test
  void givesTheSameRows_whenAskedTwiceOrFoundedAgain() {
    Map<String, HuntingTable> again = tables(new Company(7, START, 240));
    for (HuntingTable table : tables.values()) {
      Object[] rows = table.rows().get().toArray();
      assertArrayEquals(rows, table.rows().get().toArray());
      assertArrayEquals(rows, again.get(table.name()).rows().get().toArray());
    }
  }

  @Test
  void keepsEveryRowWithinThirtyDays_inWholeMicroseconds() {
    for (HuntingTable table : tables.values()) {
      int place = table.columns().stream().map(HuntingColumn::name).toList().indexOf("Timestamp");
      if (place >= 0) {
        table
            .rows()
            .get()
            .map(row -> (Instant) row[place])
            .forEach(
                time -> {
                  assertFalse(time.isAfter(START) || time.isBefore(MONTH_AGO), table.name());
                  assertEquals(0, time.getNano() % 1_000, table.name());
                });
      }
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
          p.at().isBefore(MONTH_AGO)
              || seen.contains(
                  List.of(
                      p.at().truncatedTo(ChronoUnit.MICROS),
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
          m.at().isBefore(MONTH_AGO)
              || seen.contains(
                  List.of(
                      m.at().truncatedTo(ChronoUnit.MICROS),
                      m.id(),
                      m.sender(),
                      m.recipient().address(),
                      m.subject())),
          m.subject());
    }
  }

  @Test
  void showsTheAlertsOfTheIncidentsWithAllTheirEvidence() {
    Map<String, Alert> alerts =
        company.incidents().stream()
            .flatMap(incident -> incident.alerts().stream())
            .filter(alert -> alert.createdAt().isAfter(MONTH_AGO))
            .collect(Collectors.toMap(Alert::id, Function.identity()));
    assertEquals(alerts.keySet(), texts("AlertInfo", "AlertId"));
    Map<String, Long> evidence =
        stream("AlertEvidence")
            .collect(Collectors.groupingBy(r -> r.text("AlertId"), Collectors.counting()));
    alerts.forEach((id, alert) -> assertEquals(alert.evidence().size(), evidence.get(id)));
  }

  @Test
  void namesDevicesAndPeopleThatExist() {
    Set<String> devices = texts("DeviceInfo", "DeviceId");
    Set<String> people = texts("IdentityInfo", "AccountUpn");
    for (HuntingTable table : tables.values()) {
      List<String> columns = table.columns().stream().map(HuntingColumn::name).toList();
      if (table.name().startsWith("Device") && columns.contains("DeviceId")) {
        assertTrue(devices.containsAll(texts(table.name(), "DeviceId")), table.name());
      }
      if (columns.contains("AccountUpn")) {
        Set<String> named = texts(table.name(), "AccountUpn");
        named.remove("");
        assertTrue(people.containsAll(named), table.name());
      }
    }
  }

  @Test
  void tellsWhoDidIt_soThatDeedsCanBeJoinedToPrograms() {
    Set<Object> programs =
        rows("DeviceProcessEvents", "DeviceId", "ProcessId", "ProcessCreationTime");
    for (String table :
        List.of(
            "DeviceNetworkEvents",
            "DeviceFileEvents",
            "DeviceRegistryEvents",
            "DeviceImageLoadEvents",
            "DeviceEvents")) {
      assertTrue(
          programs.containsAll(
              rows(table, "DeviceId", "InitiatingProcessId", "InitiatingProcessCreationTime")),
          table);
      assertTrue(
          stream(table)
              .allMatch(r -> !r.time("InitiatingProcessCreationTime").isAfter(r.time("Timestamp"))),
          table);
    }
  }

  @Test
  void splitsMailsIntoTheirParts() {
    Set<Object> mails = rows("EmailEvents", "NetworkMessageId", "Timestamp");
    assertTrue(mails.containsAll(rows("EmailAttachmentInfo", "NetworkMessageId", "Timestamp")));
    assertTrue(mails.containsAll(rows("EmailUrlInfo", "NetworkMessageId", "Timestamp")));
    assertTrue(
        rows("EmailUrlInfo", "NetworkMessageId", "Url")
            .containsAll(rows("UrlClickEvents", "NetworkMessageId", "Url")));
    assertEquals(
        stream("EmailEvents").mapToLong(r -> r.number("AttachmentCount")).sum(),
        stream("EmailAttachmentInfo").count());
    assertEquals(
        stream("EmailEvents").mapToLong(r -> r.number("UrlCount")).sum(),
        stream("EmailUrlInfo").count());
  }

  @Test
  void leadsFromALureToDataThatLeaves() {
    String lure = "https://portal.harborpay.example/invoice";
    Set<String> clickers =
        stream("UrlClickEvents")
            .filter(r -> r.text("Url").equals(lure) && r.bool("IsClickedThrough"))
            .map(r -> r.text("AccountUpn"))
            .collect(Collectors.toSet());
    Set<String> robbed =
        stream("DeviceFileEvents")
            .filter(r -> r.text("FileName").equals("q2.7z"))
            .map(r -> r.text("InitiatingProcessAccountUpn"))
            .collect(Collectors.toSet());
    assertFalse(robbed.isEmpty());
    assertTrue(clickers.containsAll(robbed));
    assertTrue(texts("DeviceNetworkEvents", "RemoteUrl").contains("cdn.glasswharf.example"));
    assertTrue(texts("DeviceRegistryEvents", "RegistryValueName").contains("Viewer"));
    assertTrue(texts("DeviceImageLoadEvents", "FileName").contains("driftkey.dll"));
    assertTrue(texts("CloudAppEvents", "ObjectName").contains(".."));
  }

  @Test
  void showsASprayInThreeTables() {
    Set<String> addresses =
        stream("EntraIdSignInEvents")
            .filter(r -> r.text("Country").equals("KZ") && r.number("ErrorCode") == 50_126)
            .map(r -> r.text("IPAddress"))
            .collect(Collectors.toSet());
    assertTrue(addresses.size() > 5);
    assertTrue(texts("DeviceLogonEvents", "RemoteIP").containsAll(addresses));
    assertTrue(texts("IdentityLogonEvents", "IPAddress").containsAll(addresses));
  }

  @Test
  void showsFilesThatAreLocked() {
    assertTrue(
        stream("DeviceFileEvents")
                .filter(r -> r.text("FileName").endsWith(".blacktide"))
                .filter(r -> r.text("ActionType").equals("FileRenamed"))
                .count()
            > 200);
  }

  @Test
  void isBusierInWorkingHours() {
    Map<Boolean, Long> weekend =
        stream("DeviceProcessEvents")
            .collect(
                Collectors.partitioningBy(
                    r -> r.time("Timestamp").atZone(ZoneOffset.UTC).getDayOfWeek().getValue() > 5,
                    Collectors.counting()));
    assertTrue(weekend.get(false) > 4 * weekend.get(true), weekend::toString);
  }

  @Test
  void hasPowershellInSeveralSpellingsOnManyDevices() {
    Set<String> spellings = texts("DeviceProcessEvents", "FileName");
    spellings.removeIf(name -> !name.equalsIgnoreCase("powershell.exe"));
    assertTrue(spellings.size() >= 3, spellings::toString);
    assertTrue(
        stream("DeviceProcessEvents")
                .filter(r -> r.text("FileName").equalsIgnoreCase("powershell.exe"))
                .map(r -> r.text("DeviceName"))
                .distinct()
                .count()
            > 20);
  }

  @Test
  void mixesEmptyTextAndMissingValues() {
    assertTrue(stream("DeviceInfo").anyMatch(r -> r.get("OSBuild") == null));
    assertTrue(stream("DeviceInfo").anyMatch(r -> r.text("MachineGroup").isEmpty()));
  }

  private static <T extends Subject> Stream<T> subjects(Class<T> kind) {
    return company.incidents().stream()
        .flatMap(i -> i.alerts().stream())
        .flatMap(a -> a.evidence().stream())
        .map(Evidence::subject)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static Stream<TableRows.Row> stream(String table) {
    return TableRows.of(company, table).stream();
  }

  private static Set<String> texts(String table, String column) {
    return stream(table).map(r -> r.text(column)).collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<Object> rows(String table, String... columns) {
    return stream(table).map(r -> r.of(columns)).collect(Collectors.toSet());
  }
}

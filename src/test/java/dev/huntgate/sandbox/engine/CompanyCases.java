package dev.huntgate.sandbox.engine;

import static dev.huntgate.sandbox.engine.QueryCase.row;

import dev.huntgate.sandbox.company.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Hunts over the tables that the sandbox itself generates. */
final class CompanyCases {

  static final List<HuntingTable> TABLES = new Company(7, SmallTables.NOW, 60).huntingTables();

  private static final List<Map<String, Object>> LOGON_ROWS = rows("DeviceLogonEvents");
  private static final List<Map<String, Object>> MAILS = rows("EmailEvents");
  private static final List<Map<String, Object>> DEVICES = rows("DeviceInfo");

  private CompanyCases() {}

  static List<QueryCase> all() {
    Instant weekAgo = SmallTables.NOW.minus(Duration.ofDays(7));
    return List.of(
        QueryCase.one("DeviceLogonEvents | count", (long) LOGON_ROWS.size()),
        QueryCase.of(
            "DeviceLogonEvents | summarize n = count(), accounts = dcount(AccountName)"
                + " by ActionType, LogonType",
            LOGON_ROWS.stream()
                .collect(
                    Collectors.groupingBy(r -> List.of(r.get("ActionType"), r.get("LogonType"))))
                .entrySet()
                .stream()
                .map(
                    e ->
                        row(
                            e.getKey().get(0),
                            e.getKey().get(1),
                            (long) e.getValue().size(),
                            e.getValue().stream()
                                .map(r -> r.get("AccountName"))
                                .distinct()
                                .count()))),
        QueryCase.of(
            "DeviceLogonEvents | where Timestamp > ago(7d) and ActionType == 'LogonFailed'"
                + " | summarize n = count() by bin(Timestamp, 1d), DeviceName | where n > 1",
            LOGON_ROWS.stream()
                .filter(r -> time(r).isAfter(weekAgo) && r.get("ActionType").equals("LogonFailed"))
                .collect(
                    Collectors.groupingBy(
                        r -> List.of(day(time(r)), r.get("DeviceName")), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() > 1)
                .map(e -> row(e.getKey().get(0), e.getKey().get(1), e.getValue()))),
        QueryCase.of(
            "DeviceLogonEvents | summarize arg_max(Timestamp, DeviceName) by AccountName"
                + " | project AccountName, Timestamp",
            LOGON_ROWS.stream()
                .collect(Collectors.groupingBy(r -> r.get("AccountName")))
                .entrySet()
                .stream()
                .map(
                    e ->
                        row(
                            e.getKey(),
                            e.getValue().stream()
                                .map(CompanyCases::time)
                                .max(Comparator.naturalOrder())
                                .get()))),
        QueryCase.of(
            "EmailEvents | where SenderFromDomain !endswith 'example' or Subject has 'invoice'"
                + " | summarize n = count() by DeliveryAction",
            MAILS.stream()
                .filter(
                    r ->
                        !text(r, "SenderFromDomain").endsWith("example")
                            || List.of(text(r, "Subject").split("[^a-z0-9]+")).contains("invoice"))
                .collect(Collectors.groupingBy(r -> r.get("DeliveryAction"), Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> row(e.getKey(), e.getValue()))),
        QueryCase.of(
            "DeviceInfo | summarize arg_max(Timestamp, *) by DeviceId | summarize n = count() by"
                + " OSPlatform",
            DEVICES.stream()
                .collect(
                    Collectors.toMap(
                        r -> r.get("DeviceId"),
                        r -> r,
                        (a, b) -> time(a).isBefore(time(b)) ? b : a))
                .values()
                .stream()
                .collect(Collectors.groupingBy(r -> r.get("OSPlatform"), Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> row(e.getKey(), e.getValue()))),
        QueryCase.of(
            "DeviceLogonEvents | where LogonType == 'RemoteInteractive' | join kind=inner"
                + " (DeviceInfo | distinct DeviceId, OSPlatform) on DeviceId"
                + " | summarize n = count() by OSPlatform",
            LOGON_ROWS.stream()
                .filter(r -> r.get("LogonType").equals("RemoteInteractive"))
                .flatMap(
                    r ->
                        DEVICES.stream()
                            .filter(d -> d.get("DeviceId").equals(r.get("DeviceId")))
                            .map(d -> Objects.requireNonNullElse(d.get("OSPlatform"), ""))
                            .distinct())
                .collect(Collectors.groupingBy(os -> os, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> row(e.getKey(), e.getValue()))));
  }

  private static List<Map<String, Object>> rows(String name) {
    HuntingTable table =
        TABLES.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return table
        .rows()
        .get()
        .map(
            cells -> {
              Map<String, Object> row = new HashMap<>();
              for (int i = 0; i < cells.length; i++) {
                Object cell = cells[i] instanceof Instant time ? micros(time) : cells[i];
                row.put(table.columns().get(i).name(), cell == null ? "" : cell);
              }
              return row;
            })
        .toList();
  }

  private static Instant micros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant time(Map<String, Object> row) {
    return (Instant) row.get("Timestamp");
  }

  private static Instant day(Instant moment) {
    return moment.minusSeconds(moment.getEpochSecond() % 86_400).minusNanos(moment.getNano());
  }

  private static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.get(column)).toLowerCase(Locale.ROOT);
  }
}

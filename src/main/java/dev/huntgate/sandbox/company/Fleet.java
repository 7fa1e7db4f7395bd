package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The machines of the company. */
record Fleet(List<Device> everything) {

  private static final List<String> SERVERS =
      List.of(
          "dc01",
          "dc02",
          "files01",
          "mail01",
          "erp01",
          "sql01",
          "build01",
          "web01",
          "web02",
          "proxy01",
          "backup01",
          "jump01");

  Fleet {
    everything = List.copyOf(everything);
  }

  static Fleet install(Dice dice, Staff staff, Instant start) {
    List<Device> devices = new ArrayList<>();
    for (Employee owner : staff.everyone()) {
      OperatingSystem os =
          dice.of(
              OperatingSystem.WINDOWS_11,
              OperatingSystem.WINDOWS_11,
              OperatingSystem.WINDOWS_10,
              OperatingSystem.MACOS);
      String prefix = owner.department().substring(0, 3).toLowerCase(Locale.ROOT).trim();
      String host = prefix + "-" + (os.windows() ? "ws" : "mac") + (devices.size() + 101);
      devices.add(device(dice, host, os, owner, devices.size(), start));
    }
    for (String server : SERVERS) {
      OperatingSystem os =
          server.startsWith("web") || server.startsWith("proxy") || server.startsWith("build")
              ? OperatingSystem.LINUX
              : dice.of(OperatingSystem.WINDOWS_SERVER_2019, OperatingSystem.WINDOWS_SERVER_2022);
      devices.add(device(dice, server, os, null, devices.size(), start));
    }
    return new Fleet(devices);
  }

  private static Device device(
      Dice dice,
      String host,
      OperatingSystem os,
      @Nullable Employee owner,
      int number,
      Instant start) {
    boolean grouped = dice.chance(80);
    return new Device(
        FileImage.digest("SHA-1", "device/" + host),
        host + "." + Staff.DOMAIN,
        os,
        owner == null ? Device.Kind.SERVER : Device.Kind.WORKSTATION,
        grouped ? (owner == null ? "Servers" : owner.department()) : null,
        grouped ? 10 + number % 8 : 0,
        "10.20." + (owner == null ? 1 : 16 + number % 4) + "." + (20 + number),
        "192.0.2." + (1 + number % 8),
        owner,
        owner == null ? null : dice.uuid().toString(),
        dice.of(RiskScore.NONE, RiskScore.LOW, RiskScore.LOW, RiskScore.MEDIUM, RiskScore.HIGH),
        dice.moment(start.minus(Duration.ofDays(700)), start.minus(Duration.ofDays(40))),
        owner == null ? List.of("server") : number % 9 == 0 ? List.of("VIP") : List.of());
  }

  List<Device> windows() {
    return everything.stream().filter(Device::windows).toList();
  }

  List<Device> owned() {
    return everything.stream().filter(device -> device.owner() != null).toList();
  }

  List<Device> windowsWorkstations() {
    return everything.stream()
        .filter(d -> d.windows() && d.kind() == Device.Kind.WORKSTATION)
        .toList();
  }

  List<Device> windowsServers() {
    return everything.stream().filter(d -> d.windows() && d.kind() == Device.Kind.SERVER).toList();
  }

  List<Device> linuxServers() {
    return everything.stream().filter(d -> d.os() == OperatingSystem.LINUX).toList();
  }
}

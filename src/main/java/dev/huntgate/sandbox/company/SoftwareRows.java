package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes installed products and their weaknesses as rows of the vulnerability management tables.
 */
record SoftwareRows(RowShape shape) {

  Stream<@Nullable Object[]> inventory(List<Device> devices, Month month) {
    return installed(
        devices, (device, software) -> Stream.ofNullable(product(device, software, month)));
  }

  Stream<@Nullable Object[]> weaknesses(List<Device> devices) {
    return installed(
        devices,
        (device, software) ->
            software.weaknesses().stream().map(weakness -> weakness(device, software, weakness)));
  }

  Stream<@Nullable Object[]> knowledge(Month month) {
    return Software.CATALOGUE.stream()
        .flatMap(software -> software.weaknesses().stream().map(w -> known(software, w, month)));
  }

  /** How many rows all of this is. */
  static long count(List<Device> devices) {
    long known = Software.CATALOGUE.stream().mapToLong(s -> s.weaknesses().size()).sum();
    return known
        + devices.stream()
            .flatMap(device -> Software.CATALOGUE.stream().filter(s -> s.runsOn(device)))
            .mapToLong(software -> 1L + software.weaknesses().size())
            .sum();
  }

  private interface Writer {

    Stream<@Nullable Object[]> write(Device device, Software software);
  }

  private static Stream<@Nullable Object[]> installed(List<Device> devices, Writer writer) {
    return devices.stream()
        .flatMap(
            device ->
                Software.CATALOGUE.stream()
                    .filter(software -> software.runsOn(device))
                    .flatMap(software -> writer.write(device, software)));
  }

  private RowShape.Row row(Device device, Software software) {
    return shape
        .row()
        .set("DeviceId", device.id())
        .set("DeviceName", device.name())
        .set("OSPlatform", device.os().platform())
        .set("OSVersion", device.os().version())
        .set("OSArchitecture", device.os() == OperatingSystem.MACOS ? "arm64" : "x64")
        .set("SoftwareVendor", software.vendor())
        .set("SoftwareName", software.name())
        .set("SoftwareVersion", software.version());
  }

  private @Nullable Object[] product(Device device, Software software, Month month) {
    boolean ends = !software.support().isEmpty();
    return row(device, software)
        .set("EndOfSupportStatus", software.support())
        .set("EndOfSupportDate", ends ? month.begin().plus(Duration.ofDays(60)) : null)
        .set(
            "ProductCodeCpe",
            "cpe:2.3:a:%s:%s:%s:*:*:*:*:*:*:*"
                .formatted(software.vendor(), software.name(), software.version()))
        .cells();
  }

  private @Nullable Object[] weakness(
      Device device, Software software, Software.Weakness weakness) {
    return row(device, software)
        .set("CveId", weakness.id())
        .set("VulnerabilitySeverityLevel", weakness.level())
        .set("RecommendedSecurityUpdate", weakness.update())
        .set(
            "RecommendedSecurityUpdateId",
            weakness.update().isEmpty() ? "" : "50" + weakness.id().substring(9))
        .set("CveTags", weakness.exploited() ? "[\"Exploitable\"]" : "[]")
        .cells();
  }

  private @Nullable Object[] known(Software software, Software.Weakness weakness, Month month) {
    return shape
        .row()
        .set("CveId", weakness.id())
        .set("CvssScore", weakness.score())
        .set("IsExploitAvailable", weakness.exploited())
        .set("VulnerabilitySeverityLevel", weakness.level())
        .set("LastModifiedTime", month.begin())
        .set("PublishedDate", month.begin().minus(Duration.ofDays(90)))
        .set("VulnerabilityDescription", "A weakness in " + software.name() + ".")
        .set("AffectedSoftware", Bag.list(List.of(software.vendor() + ":" + software.name())))
        .cells();
  }
}

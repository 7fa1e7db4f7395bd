package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the daily report of every device as a row of DeviceInfo. */
record DeviceInfoRows(RowShape shape) {

  static final int DAYS = 30;

  /** A machine that others saw in the network and that carries no sensor. */
  private record Discovered(String name, String type, String platform, String status) {}

  private static final List<Discovered> DISCOVERED =
      List.of(
          new Discovered("printer-dock4", "Printer", "", "Unsupported"),
          new Discovered("camera-gate2", "Surveillance camera", "", "Unsupported"),
          new Discovered("guest-ws7", "Workstation", "Windows11", "Can be onboarded"),
          new Discovered("lab-ws2", "Workstation", "Windows10", "Can be onboarded"),
          new Discovered("10.20.18.233", "Unknown", "", "Insufficient info"));

  static int discovered() {
    return DISCOVERED.size();
  }

  private @Nullable Object[] row(Dice dice, Discovered device, Instant at) {
    return shape
        .row()
        .set("Timestamp", at)
        .set("DeviceId", FileImage.digest("SHA-1", "device/" + device.name()))
        .set("DeviceName", device.name())
        .set("OSPlatform", device.platform())
        .set("ReportId", dice.number(1, 9_000_000))
        .set("OnboardingStatus", device.status())
        .set("DeviceCategory", device.platform().isEmpty() ? "IoT" : "Endpoint")
        .set("DeviceType", device.type())
        .set("IsInternetFacing", false)
        .set("IsTransient", false)
        .set("IsExcluded", false)
        .set("ExposureLevel", "None")
        .set("AssetValue", "Normal")
        .cells();
  }

  Stream<@Nullable Object[]> rows(Dice dice, List<Device> devices, Instant start) {
    return IntStream.range(0, DAYS)
        .boxed()
        .flatMap(
            day -> {
              Instant from = start.minus(Duration.ofDays(DAYS - day));
              Instant to = from.plus(Duration.ofDays(1));
              return Stream.concat(
                  devices.stream().map(d -> row(dice, d, dice.moment(from, to))),
                  DISCOVERED.stream().map(d -> row(dice, d, dice.moment(from, to))));
            });
  }

  private @Nullable Object[] row(Dice dice, Device device, Instant at) {
    boolean server = device.kind() == Device.Kind.SERVER;
    boolean mac = device.os() == OperatingSystem.MACOS;
    boolean exposed = device.name().startsWith("web") || device.name().startsWith("proxy");
    return shape
        .row()
        .set("Timestamp", at)
        .set("DeviceId", device.id())
        .set("DeviceName", device.name())
        .set("ClientVersion", device.windows() ? "10.8560.25364.1036" : "101.24072.0003")
        .set("PublicIP", device.publicIp())
        .set("OSArchitecture", mac ? "Arm64" : "64-bit")
        .set("OSPlatform", device.os().platform())
        .set("OSBuild", device.windows() ? device.os().build() : null)
        .set("OSVersion", device.os().version())
        .set("OSVersionInfo", device.windows() ? device.os().release() : "")
        .set("OSDistribution", device.os().distribution())
        .set("OsBuildRevision", device.windows() ? "3880" : "")
        .set("IsAzureADJoined", mac ? null : device.objectId() != null)
        .set("JoinType", server ? "Domain Joined" : mac ? "" : "Hybrid Azure AD Join")
        .set("AadDeviceId", device.objectId() == null ? "" : device.objectId())
        .set("LoggedOnUsers", loggedOn(device))
        .set("MachineGroup", device.group() == null ? "" : device.group())
        .set("ReportId", dice.number(1, 9_000_000))
        .set("OnboardingStatus", "Onboarded")
        .set("DeviceCategory", "Endpoint")
        .set("DeviceType", server ? "Server" : "Workstation")
        .set("Vendor", mac ? "Apple" : server ? "Hallmark Compute" : "Kestrel PC")
        .set("Model", mac ? "MacBookPro18,3" : server ? "R-640" : "Latero 5400")
        .set("IsInternetFacing", exposed)
        .set("IsTransient", false)
        .set("IsExcluded", false)
        .set("SensorHealthState", dice.chance(95) ? "Active" : "Inactive")
        .set("ExposureLevel", device.risk().defender())
        .set("AssetValue", server ? "High" : "Normal")
        .set("DeviceManualTags", tags(device))
        .set("ConnectivityType", "Streamlined")
        .set("HardwareUuid", FileImage.digest("MD5", device.id()))
        .set("AdditionalFields", exposed ? "{\"InternetFacingReason\":\"PublicScan\"}" : "")
        .cells();
  }

  private static String loggedOn(Device device) {
    Employee owner = device.owner();
    if (owner == null) {
      return "";
    }
    Account account = owner.account();
    return "[{\"UserName\":\"%s\",\"DomainName\":\"%s\",\"Sid\":\"%s\"}]"
        .formatted(account.name(), account.domain(), account.sid());
  }

  private static String tags(Device device) {
    return device.tags().isEmpty() ? "" : "[\"" + String.join("\",\"", device.tags()) + "\"]";
  }
}

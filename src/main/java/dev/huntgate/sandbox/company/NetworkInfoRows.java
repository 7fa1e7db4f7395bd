package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the daily report of every device's network card as a row of DeviceNetworkInfo. */
record NetworkInfoRows(RowShape shape) {

  Stream<@Nullable Object[]> rows(Dice dice, List<Device> devices, Month month) {
    return IntStream.range(0, DeviceInfoRows.DAYS)
        .boxed()
        .flatMap(
            day -> {
              Instant from = month.begin().plus(Duration.ofDays(day));
              return devices.stream()
                  .map(d -> row(dice, d, dice.moment(from, from.plus(Duration.ofDays(1)))));
            });
  }

  private @Nullable Object[] row(Dice dice, Device device, Instant at) {
    String mac = FileImage.digest("MD5", "card/" + device.id()).substring(0, 10);
    String gateway = device.ip().substring(0, device.ip().lastIndexOf('.')) + ".1";
    return shape
        .row()
        .set("Timestamp", at)
        .set("DeviceId", device.id())
        .set("DeviceName", device.name())
        .set("NetworkAdapterName", device.windows() ? "Ethernet 2" : "en0")
        .set("NetworkAdapterType", "Ethernet")
        .set("NetworkAdapterStatus", "Up")
        .set("NetworkAdapterVendor", "Kestrel PC")
        .set("NetworkAdapterDnsSuffix", Staff.DOMAIN)
        .set("MacAddress", "02" + mac.toUpperCase(java.util.Locale.ROOT))
        .set("TunnelType", "None")
        .set(
            "ConnectedNetworks",
            "["
                + Bag.of(
                    "Name",
                    Staff.DOMAIN,
                    "IsConnectedToInternet",
                    true,
                    "Category",
                    "DomainAuthenticated")
                + "]")
        .set("DnsAddresses", Bag.list(List.of("10.20.1.68", "10.20.1.69")))
        .set("IPv4Dhcp", device.owner() == null ? "" : "10.20.1.68")
        .set("DefaultGateways", Bag.list(List.of(gateway)))
        .set(
            "IPAddresses",
            "["
                + Bag.of("IPAddress", device.ip(), "SubnetPrefix", 24, "AddressType", "Private")
                + "]")
        .set("OnboardingStatus", "Onboarded")
        .set("ReportId", dice.number(1, 9_000_000))
        .cells();
  }
}

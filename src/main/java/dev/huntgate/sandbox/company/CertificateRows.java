package dev.huntgate.sandbox.company;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what each device knows of its files' signatures as rows of DeviceFileCertificateInfo. */
record CertificateRows(RowShape shape) {

  private static final int FIRST = 10;

  /** Every Windows device has met the signed files; the unsigned ones only the first few have. */
  Stream<@Nullable Object[]> rows(Dice dice, List<Device> windows, Month month) {
    return windows.stream()
        .flatMap(
            device -> met(windows.indexOf(device)).map(file -> row(dice, device, file, month)));
  }

  static long count(List<Device> windows) {
    return IntStream.range(0, windows.size()).mapToLong(i -> met(i).count()).sum();
  }

  private static Stream<FileImage> met(int device) {
    return device < FIRST
        ? Stream.concat(Programs.SIGNED.stream(), Programs.UNSIGNED.stream())
        : Programs.SIGNED.stream();
  }

  private @Nullable Object[] row(Dice dice, Device device, FileImage file, Month month) {
    boolean signed = !file.publisher().isEmpty();
    RowShape.Row row =
        shape
            .row()
            .set("Timestamp", month.sometime(dice))
            .set("DeviceId", device.id())
            .set("DeviceName", device.name())
            .set("SHA1", file.sha1())
            .set("IsSigned", signed)
            .set("IsTrusted", signed)
            .set("IsRootSignerMicrosoft", file.publisher().startsWith("Microsoft"))
            .set("ReportId", dice.number(1, 9_000_000));
    if (signed) {
      String serial = FileImage.digest("MD5", "serial/" + file.publisher());
      row.set("SignatureType", file.folder().contains("System32") ? "Catalog" : "Embedded")
          .set("Signer", file.publisher())
          .set("SignerHash", FileImage.digest("SHA-1", "signer/" + file.publisher()))
          .set("Issuer", "Breakwater Code Signing CA 2")
          .set("IssuerHash", FileImage.digest("SHA-1", "issuer/2"))
          .set("CertificateSerialNumber", serial)
          .set("CrlDistributionPointUrls", "[\"http://crl.breakwater.example/2.crl\"]")
          .set("CertificateCreationTime", month.begin().minus(Duration.ofDays(400)))
          .set("CertificateExpirationTime", month.begin().plus(Duration.ofDays(700)))
          .set("CertificateCountersignatureTime", month.begin().minus(Duration.ofDays(100)));
    }
    return row.cells();
  }
}

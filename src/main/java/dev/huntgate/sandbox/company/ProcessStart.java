package dev.huntgate.sandbox.company;

import java.time.Instant;

/**
 * The start of a program on a device.
 *
 * @param account the identity it runs as
 * @param image the file it was started from
 * @param parent the program that started it
 * @param elevated whether it runs with full rights
 * @param remote whether its session came over the network
 */
public record ProcessStart(
    Instant at,
    Device device,
    Account account,
    FileImage image,
    long processId,
    String commandLine,
    Parent parent,
    boolean elevated,
    boolean remote)
    implements Happening {

  /** The program that starts another one. */
  public record Parent(FileImage image, long processId, Instant startedAt, String commandLine) {}

  /** This program, as the parent of what it starts in turn. */
  Parent asParent() {
    return new Parent(image, processId, createdAt(), commandLine);
  }

  /** When the operating system made it, a little before it ran. */
  Instant createdAt() {
    return at.minusMillis(3);
  }

  String integrity() {
    return elevated ? "System" : "Medium";
  }

  String elevation() {
    return elevated ? "TokenElevationTypeDefault" : "TokenElevationTypeLimited";
  }

  long logonId() {
    return elevated ? 999L : 100_000L + Math.floorMod(account.sid().hashCode(), 900_000);
  }

  /** Upstream numbers reports per device; together with device and time it names one event. */
  long reportId() {
    return Math.floorMod(at.getNano() / 1_000 + processId * 17, 1_000_000);
  }
}

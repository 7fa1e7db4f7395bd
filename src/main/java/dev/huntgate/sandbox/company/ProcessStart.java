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
    return new Parent(image, processId, at, commandLine);
  }
}

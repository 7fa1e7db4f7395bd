package dev.huntgate.sandbox.company;

import java.time.Instant;

/** Something that sensors saw and that leaves one row in a hunting table. */
public sealed interface Happening permits ProcessStart, Logon, Mail {

  Instant at();
}

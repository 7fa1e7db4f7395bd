package dev.huntgate.sandbox.company;

import java.time.Instant;

/** Something that sensors saw and that leaves one row in a hunting table, or in several. */
public sealed interface Happening
    permits ProcessStart, ProcessDeed, Logon, Mail, UrlClick, SignIn, CloudActivity {

  Instant at();
}

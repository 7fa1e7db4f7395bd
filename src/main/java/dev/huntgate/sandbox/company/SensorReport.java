package dev.huntgate.sandbox.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sensor of the operating system or the antivirus had to say about a program.
 *
 * @param action the kind of report, such as AntivirusDetection or PowerShellCommand
 * @param file the file it is about, where there is one
 * @param remoteUrl the address it is about, or empty
 * @param details a JSON object
 */
public record SensorReport(
    Instant at,
    ProcessStart by,
    String action,
    @Nullable FileImage file,
    String remoteUrl,
    String details)
    implements ProcessDeed {}

package dev.huntgate.sandbox.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in at a device, or an attempt at one.
 *
 * @param type how: Interactive, Network, RemoteInteractive, Service
 * @param failureReason why it failed, {@code null} when it succeeded
 * @param remoteIp where it came from, {@code null} when at the keyboard
 * @param from the company's device it came from, {@code null} when at the keyboard or from outside
 */
public record Logon(
    Instant at,
    Device device,
    Account account,
    String type,
    @Nullable String failureReason,
    @Nullable String remoteIp,
    @Nullable Device from)
    implements Happening {}

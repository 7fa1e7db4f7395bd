package dev.huntgate.sandbox.company;

import java.time.Instant;

/**
 * A connection that a program made or was asked for.
 *
 * @param action ConnectionSuccess, ConnectionFailed, ConnectionAttempt or InboundConnectionAccepted
 * @param remoteUrl the name or address asked for, empty when only the number is known
 */
public record NetworkConnection(
    Instant at, ProcessStart by, String action, String remoteIp, int remotePort, String remoteUrl)
    implements ProcessDeed {}

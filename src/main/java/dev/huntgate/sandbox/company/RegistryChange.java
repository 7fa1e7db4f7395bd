package dev.huntgate.sandbox.company;

import java.time.Instant;

/**
 * A change to the Windows registry.
 *
 * @param action RegistryValueSet, RegistryKeyCreated, RegistryValueDeleted or RegistryKeyDeleted
 */
public record RegistryChange(
    Instant at,
    ProcessStart by,
    String action,
    String key,
    String valueName,
    String valueType,
    String valueData,
    String previousData)
    implements ProcessDeed {}

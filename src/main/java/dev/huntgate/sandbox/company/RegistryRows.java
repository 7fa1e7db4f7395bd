package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a change to the registry as a row of DeviceRegistryEvents. */
record RegistryRows(RowShape shape) {

  @Nullable Object[] row(RegistryChange change) {
    boolean replaced = !change.previousData().isEmpty();
    return ActorColumns.start(shape, change, change.action())
        .set("RegistryKey", change.key())
        .set("RegistryValueName", change.valueName())
        .set("RegistryValueType", change.valueType())
        .set("RegistryValueData", change.valueData())
        .set("PreviousRegistryKey", change.key())
        .set("PreviousRegistryValueName", replaced ? change.valueName() : "")
        .set("PreviousRegistryValueData", change.previousData())
        .cells();
  }
}

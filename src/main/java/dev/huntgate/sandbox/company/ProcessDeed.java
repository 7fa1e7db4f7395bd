package dev.huntgate.sandbox.company;

/** What a running program did on its device, other than starting another one. */
public sealed interface ProcessDeed extends Happening
    permits NetworkConnection, FileChange, RegistryChange, ImageLoad, SensorReport {

  /** The program that did it. */
  ProcessStart by();

  default Device device() {
    return by().device();
  }
}

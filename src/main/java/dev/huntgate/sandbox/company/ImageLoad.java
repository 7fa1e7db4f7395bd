package dev.huntgate.sandbox.company;

import java.time.Instant;

/** A library that a program loaded. */
public record ImageLoad(Instant at, ProcessStart by, FileImage image) implements ProcessDeed {}

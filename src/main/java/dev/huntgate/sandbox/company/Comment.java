package dev.huntgate.sandbox.company;

import java.time.Instant;

/** A remark that someone left on an incident. */
public record Comment(String text, String author, Instant at) {}

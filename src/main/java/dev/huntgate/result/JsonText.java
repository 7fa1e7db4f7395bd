package dev.huntgate.result;

/**
 * A dynamic value as the JSON that upstream sent for it.
 *
 * @param text one JSON value
 */
public record JsonText(String text) {}

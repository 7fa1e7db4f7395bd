package dev.huntgate.incident;

/**
 * An enum value that upstream sent and that this version does not know.
 *
 * @param field the field of ours that holds {@code UNRECOGNIZED} because of it
 * @param value the value as upstream spelled it
 */
public record Unrecognized(String field, String value) {}

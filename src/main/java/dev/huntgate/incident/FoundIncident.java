package dev.huntgate.incident;

import org.jspecify.annotations.Nullable;

/**
 * An incident as it was found under an id.
 *
 * @param redirectedFrom the id that was asked for, where that incident was merged into this one;
 *     null when it is this one's own
 */
public record FoundIncident(Incident incident, @Nullable String redirectedFrom) {}

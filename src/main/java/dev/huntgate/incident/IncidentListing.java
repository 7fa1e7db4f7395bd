package dev.huntgate.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One upstream page of incidents, as it is asked for.
 *
 * @param order the time that {@code from} and {@code to} speak of
 * @param from the earliest time, inclusive; null for no bound
 * @param to the latest time, inclusive; null for no bound
 * @param filter what is wanted; a source leaves to the caller what its upstream cannot filter by
 * @param wanted how many incidents would do; a source may return more
 * @param skip how many incidents to leave out, in upstream's own order
 * @param withAlerts whether alerts are wanted
 * @param anew whether a page from moments ago will not do: pages that are told apart by {@code
 *     skip} alone belong to one moment, or what changes places in between is left out
 */
public record IncidentListing(
    IncidentOrder order,
    @Nullable Instant from,
    @Nullable Instant to,
    IncidentFilter filter,
    int wanted,
    int skip,
    boolean withAlerts,
    boolean anew) {}

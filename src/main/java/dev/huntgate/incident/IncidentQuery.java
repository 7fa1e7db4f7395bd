package dev.huntgate.incident;

import org.jspecify.annotations.Nullable;

/**
 * Which page of incidents is wanted.
 *
 * @param first how many incidents at most, from 1 to {@link #MAX_FIRST}
 * @param after the place to go on from; null for the beginning
 * @param withAlerts whether the incidents are to come with their alerts
 */
public record IncidentQuery(
    IncidentOrder order,
    IncidentFilter filter,
    int first,
    @Nullable IncidentPosition after,
    boolean withAlerts) {

  /** The most incidents in one page: what five upstream pages of the smaller family hold. */
  public static final int MAX_FIRST = 250;
}

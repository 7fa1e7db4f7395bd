package dev.huntgate.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a walk through incidents.
 *
 * @param incidents in the order of the walk; may be fewer than asked for although more follow, when
 *     the upstream pages that one request may read were used up
 * @param end where to go on; null when nothing was read
 * @param hasNext whether more incidents may follow
 */
public record IncidentPage(
    List<Incident> incidents, @Nullable IncidentPosition end, boolean hasNext) {

  public IncidentPage {
    incidents = List.copyOf(incidents);
  }
}

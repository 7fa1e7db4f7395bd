package dev.huntgate.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident after it was changed.
 *
 * @param incident as it is now; null when it was changed but could not be read afterwards
 * @param warnings what did not work although the change was made, for people
 */
public record ChangedIncident(@Nullable Incident incident, List<String> warnings) {

  public ChangedIncident {
    warnings = List.copyOf(warnings);
  }
}

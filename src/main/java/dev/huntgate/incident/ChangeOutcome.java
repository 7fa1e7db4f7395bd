package dev.huntgate.incident;

import dev.huntgate.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of several incidents that were to be changed alike.
 *
 * @param failure why it was not changed; null when it was
 * @param warnings what did not work although the change was made, for people
 */
public record ChangeOutcome(String id, @Nullable Failure failure, List<String> warnings) {

  public ChangeOutcome {
    warnings = List.copyOf(warnings);
  }
}

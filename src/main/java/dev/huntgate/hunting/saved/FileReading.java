package dev.huntgate.hunting.saved;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a file.
 *
 * @param hunt null when something is wrong with it
 * @param line where its name is
 * @param column likewise
 */
record FileReading(
    String file, @Nullable SavedHunt hunt, int line, int column, List<SavedHuntProblem> problems) {

  FileReading {
    problems = List.copyOf(problems);
  }
}

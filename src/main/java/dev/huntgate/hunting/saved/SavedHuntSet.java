package dev.huntgate.hunting.saved;

import dev.huntgate.hunting.saved.SavedHuntProblem.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All saved hunts there are at one moment, and what is wrong with their files.
 *
 * @param hunts by name
 * @param problems by file and line
 */
record SavedHuntSet(Map<String, SavedHunt> hunts, List<SavedHuntProblem> problems) {

  SavedHuntSet {
    hunts = Collections.unmodifiableMap(new TreeMap<>(hunts));
    problems =
        problems.stream()
            .sorted(
                Comparator.comparing(SavedHuntProblem::file)
                    .thenComparingInt(SavedHuntProblem::line)
                    .thenComparingInt(SavedHuntProblem::column))
            .toList();
  }

  /**
   * Joins what ships with what is in the folder.
   *
   * <p>A file of the folder takes the place of one that ships only if it says so, and two files of
   * the folder never share a name.
   */
  static SavedHuntSet of(List<FileReading> builtIn, List<FileReading> folder) {
    Map<String, SavedHunt> hunts = new TreeMap<>();
    List<SavedHuntProblem> problems = new ArrayList<>();
    for (FileReading reading : builtIn) {
      problems.addAll(reading.problems());
      if (reading.hunt() != null) {
        hunts.put(reading.hunt().name(), reading.hunt());
      }
    }
    Map<String, List<FileReading>> named = new TreeMap<>();
    for (FileReading reading : folder) {
      problems.addAll(reading.problems());
      if (reading.hunt() != null) {
        named.computeIfAbsent(reading.hunt().name(), name -> new ArrayList<>()).add(reading);
      }
    }
    named.values().forEach(same -> add(same, hunts, problems));
    return new SavedHuntSet(hunts, problems);
  }

  private static void add(
      List<FileReading> same, Map<String, SavedHunt> hunts, List<SavedHuntProblem> problems) {
    FileReading reading = same.get(0);
    SavedHunt hunt = reading.hunt();
    if (hunt == null) {
      return;
    }
    boolean ships = hunts.containsKey(hunt.name());
    if (same.size() > 1) {
      for (FileReading each : same) {
        problems.add(
            problem(
                each,
                Severity.ERROR,
                "The name "
                    + hunt.name()
                    + " is given in several files, none of which is served: "
                    + same.stream().map(FileReading::file).collect(Collectors.joining(", "))
                    + ". Rename all but one."));
      }
    } else if (ships && !hunt.overrides()) {
      problems.add(
          problem(
              reading,
              Severity.ERROR,
              "A saved hunt "
                  + hunt.name()
                  + " ships with Huntgate. Choose another name, or say overrides: true to have this"
                  + " one instead."));
    } else {
      hunts.put(hunt.name(), hunt);
      if (hunt.overrides() && !ships) {
        problems.add(
            problem(
                reading,
                Severity.WARNING,
                "No saved hunt " + hunt.name() + " ships with Huntgate; remove overrides: true."));
      }
    }
  }

  private static SavedHuntProblem problem(FileReading at, Severity severity, String message) {
    return new SavedHuntProblem(at.file(), at.line(), at.column(), severity, message);
  }
}

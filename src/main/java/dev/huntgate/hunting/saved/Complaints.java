package dev.huntgate.hunting.saved;

import dev.huntgate.hunting.saved.SavedHuntProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what is wrong with one file. */
final class Complaints {

  private final String file;
  private final List<SavedHuntProblem> problems = new ArrayList<>();

  Complaints(String file) {
    this.file = file;
  }

  /** Something for which the hunt cannot be served. */
  void error(Node where, String message) {
    error(where.getStartMark().getLine() + 1, where.getStartMark().getColumn() + 1, message);
  }

  /** Likewise, at a line and a column from 1. */
  void error(int line, int column, String message) {
    problems.add(new SavedHuntProblem(file, line, column, Severity.ERROR, message));
  }

  /** Something with which the hunt can be served. */
  void warning(int line, int column, String message) {
    problems.add(new SavedHuntProblem(file, line, column, Severity.WARNING, message));
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  List<SavedHuntProblem> all() {
    return problems;
  }
}

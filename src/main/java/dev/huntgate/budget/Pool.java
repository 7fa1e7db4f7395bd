package dev.huntgate.budget;

import java.util.List;
import java.util.Set;

/**
 * Operations that share their windows.
 *
 * @param windows all of them have to have room for a call
 */
public record Pool(Set<Operation> operations, List<Window> windows) {

  public Pool {
    operations = Set.copyOf(operations);
    windows = List.copyOf(windows);
  }
}

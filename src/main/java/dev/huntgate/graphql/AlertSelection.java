package dev.huntgate.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.Arrays;

/** Tells whether an answer needs the alerts of its incidents, which cost more to read. */
final class AlertSelection {

  private AlertSelection() {}

  /**
   * Whether something that is made of alerts is selected of incidents.
   *
   * @param incidents where the incidents are below the field, such as {@code nodes/}; empty for the
   *     field itself
   */
  static boolean under(DataFetchingEnvironment environment, String... incidents) {
    DataFetchingFieldSelectionSet selected = environment.getSelectionSet();
    return Arrays.stream(incidents)
        .anyMatch(path -> selected.containsAnyOf(path + "alerts", path + "suggestedHunts"));
  }
}

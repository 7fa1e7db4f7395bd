package dev.huntgate.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.stream.Stream;

/**
 * Finds fields right under another one, in fragments too. The engine's own way to name them matches
 * a pattern with every field of the whole selection.
 */
final class SelectedFields {

  private SelectedFields() {}

  /** Those of this name, once for each alias. */
  static Stream<SelectedField> named(String name, DataFetchingFieldSelectionSet selection) {
    return selection.getImmediateFields().stream().filter(field -> field.getName().equals(name));
  }

  /** Whether there is one of this name. */
  static boolean has(String name, DataFetchingFieldSelectionSet selection) {
    return named(name, selection).findAny().isPresent();
  }
}

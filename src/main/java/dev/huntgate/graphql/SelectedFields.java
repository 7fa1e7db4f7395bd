package dev.huntgate.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.SelectionSetContainer;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /** Whether a document names one of these fields anywhere, whatever it is a field of. */
  static boolean areNamed(Set<String> names, Document document) {
    return document.getDefinitions().stream()
        .filter(SelectionSetContainer.class::isInstance)
        .anyMatch(holder -> areNamed(names, ((SelectionSetContainer<?>) holder).getSelectionSet()));
  }

  private static boolean areNamed(Set<String> names, @Nullable SelectionSet set) {
    if (set == null) {
      return false;
    }
    for (Selection<?> selection : set.getSelections()) {
      if ((selection instanceof Field field && names.contains(field.getName()))
          || (selection instanceof SelectionSetContainer<?> holder
              && areNamed(names, holder.getSelectionSet()))) {
        return true;
      }
    }
    return false;
  }
}

package dev.huntgate.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.stream.Stream;

/** Tells whether an answer needs the alerts of its incidents, which cost more to read. */
final class AlertSelection {

  private AlertSelection() {}

  /**
   * Whether something that is made of alerts is selected of incidents.
   *
   * @param selection what is selected of the field
   * @param way the fields that lead from there to the incidents, such as {@code edges} and {@code
   *     node}; none where they are the field's own value
   */
  static boolean in(DataFetchingFieldSelectionSet selection, String... way) {
    Stream<DataFetchingFieldSelectionSet> incidents = Stream.of(selection);
    for (String name : way) {
      incidents =
          incidents
              .flatMap(above -> SelectedFields.named(name, above))
              .map(SelectedField::getSelectionSet);
    }
    return incidents.anyMatch(
        incident ->
            SelectedFields.has("alerts", incident)
                || SelectedFields.has("suggestedHunts", incident));
  }
}

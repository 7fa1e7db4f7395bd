package dev.huntgate.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether an answer needs the alerts of its incidents, which cost more to read. */
final class AlertSelection {

  private static final Set<String> OF_ALERTS = Set.of("alerts", "suggestedHunts");

  private AlertSelection() {}

  /**
   * Whether something that is made of alerts is selected of incidents.
   *
   * @param field the field that is resolved
   * @param way the fields that lead from there to the incidents, such as {@code edges} and {@code
   *     node}; none where they are the field's own value
   */
  static boolean in(DataFetchingEnvironment field, String... way) {
    // Most documents name no alerts at all, and asking the engine about a selection is dear.
    if (!SelectedFields.areNamed(OF_ALERTS, field.getDocument())) {
      return false;
    }
    Stream<DataFetchingFieldSelectionSet> incidents = Stream.of(field.getSelectionSet());
    for (String name : way) {
      incidents =
          incidents
              .flatMap(above -> SelectedFields.named(name, above))
              .map(SelectedField::getSelectionSet);
    }
    return incidents.anyMatch(
        incident -> OF_ALERTS.stream().anyMatch(name -> SelectedFields.has(name, incident)));
  }
}

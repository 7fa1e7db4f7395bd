package dev.huntgate.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.DelegatingDataFetchingEnvironment;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls one of our methods by SmallRye's fetcher, without a list of all that is selected below.
 *
 * <p>SmallRye would write that list as JSON, twice for each call, in case the method asks for it.
 * None of ours does: {@link SelectedFields} finds what is right under a field.
 */
final class OperationFetcher implements DataFetcher<Object> {

  private final DataFetcher<?> smallRyes;

  OperationFetcher(DataFetcher<?> smallRyes) {
    this.smallRyes = smallRyes;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    return smallRyes.get(new Asked(environment));
  }

  private static final class Asked extends DelegatingDataFetchingEnvironment {

    Asked(DataFetchingEnvironment environment) {
      super(environment);
    }

    @Override
    public DataFetchingFieldSelectionSet getSelectionSet() {
      return new Unlisted(super.getSelectionSet());
    }
  }

  private record Unlisted(DataFetchingFieldSelectionSet selected)
      implements DataFetchingFieldSelectionSet {

    /** None: they are not listed. */
    @Override
    public List<SelectedField> getFields() {
      return List.of();
    }

    @Override
    public List<SelectedField> getImmediateFields() {
      return selected.getImmediateFields();
    }

    @Override
    public List<SelectedField> getFields(String pattern, String... more) {
      return selected.getFields(pattern, more);
    }

    @Override
    public Map<String, List<SelectedField>> getFieldsGroupedByResultKey() {
      return selected.getFieldsGroupedByResultKey();
    }

    @Override
    public Map<String, List<SelectedField>> getFieldsGroupedByResultKey(
        String pattern, String... more) {
      return selected.getFieldsGroupedByResultKey(pattern, more);
    }

    @Override
    public boolean contains(String pattern) {
      return selected.contains(pattern);
    }

    @Override
    public boolean containsAnyOf(String pattern, String... more) {
      return selected.containsAnyOf(pattern, more);
    }

    @Override
    public boolean containsAllOf(String pattern, String... more) {
      return selected.containsAllOf(pattern, more);
    }
  }
}

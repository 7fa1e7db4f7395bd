package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.GraphQL;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OperationFetcherTest {

  private static final String QUERY =
      "{ thing(id: 7) { name ...More } } fragment More on Thing { part { name } }";

  @Test
  void callsWithTheSameArguments() {
    assertEquals(
        Map.of("thing", Map.of("name", "7", "part", Map.of("name", "part"))),
        answered(new AtomicReference<>()));
  }

  @Test
  void tellsWhatIsRightUnderTheField_butListsNothing() {
    AtomicReference<DataFetchingFieldSelectionSet> seen = new AtomicReference<>();
    answered(seen);

    DataFetchingFieldSelectionSet selected = seen.get();
    assertEquals(List.of(), selected.getFields());
    assertEquals(
        List.of("name", "part"),
        selected.getImmediateFields().stream().map(field -> field.getName()).toList());
    assertTrue(SelectedFields.has("part", selected));
    assertTrue(selected.contains("part/name"));
  }

  private static Map<String, Object> answered(AtomicReference<DataFetchingFieldSelectionSet> seen) {
    var wiring =
        RuntimeWiring.newRuntimeWiring()
            .type(
                "Query",
                query ->
                    query.dataFetcher(
                        "thing",
                        new OperationFetcher(
                            asked -> {
                              seen.set(asked.getSelectionSet());
                              String id = asked.getArgument("id");
                              return Map.of("name", id, "part", Map.of("name", "part"));
                            })))
            .build();
    var types =
        new SchemaParser()
            .parse(
                "type Query { thing(id: ID!): Thing } type Thing { name: String part: Part }"
                    + " type Part { name: String }");
    return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring))
        .build()
        .execute(QUERY)
        .getData();
  }
}

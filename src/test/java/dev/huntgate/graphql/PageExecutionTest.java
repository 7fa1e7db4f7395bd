package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageExecutionTest {

  private static final String SCHEMA =
      """
      type Query { things: [Thing!] thing: Thing! named(name: String): Named }
      interface Named { name: String! }
      type Thing implements Named {
        id: ID! name: String! time: String count: Int flag: Boolean color: Color colors: [Color!]!
        part: Part parts: [Part!] tags: [String] slow: String named: Named
      }
      type Part { name: String! size: Int! }
      enum Color { RED GREEN }
      """;
  private static final List<String> LEAVES =
      List.of("id", "name", "time", "count", "flag", "color", "colors", "tags", "__typename");

  /** The names of another enum are not all GraphQL's. */
  public enum Color {
    RED,
    GREEN,
    UNSAID
  }

  public record Part(@Nullable String name, @Nullable Integer size) {}

  public record Thing(
      String id,
      @Nullable String name,
      @Nullable Instant time,
      @Nullable Integer count,
      boolean flag,
      @Nullable Color color,
      List<@Nullable Color> colors,
      @Nullable Object part,
      @Nullable List<@Nullable Object> parts,
      List<@Nullable String> tags,
      String slow,
      @Nullable Object named) {}

  private static final Thing THING =
      new Thing(
          "7",
          "seventh",
          Instant.EPOCH,
          3,
          true,
          Color.RED,
          List.of(Color.GREEN),
          new Part("p", 1),
          List.of(new Part("q", 2)),
          Arrays.asList("a", null),
          "slow",
          null);

  private static final GraphQL ENGINES = engine(new AsyncExecutionStrategy(), new Counting());
  private static final GraphQL OURS = engine(pages(), new Counting());

  @Test
  void asksTheEngineForNoFieldOfObjects_whoseSelectedPropertiesArePlain() {
    String query = "{ things { id other: name time flag color colors tags } }";
    Counting fields = new Counting();
    ExecutionResult result = engine(pages(), fields).execute(asked(query, List.of(THING)));

    assertEquals(
        Map.of(
            "things",
            List.of(
                Map.of(
                    "id",
                    "7",
                    "other",
                    "seventh",
                    "time",
                    "1970-01-01T00:00:00Z",
                    "flag",
                    true,
                    "color",
                    "RED",
                    "colors",
                    List.of("GREEN"),
                    "tags",
                    Arrays.asList("a", null)))),
        result.getData());
    assertEquals(1, fields.begun);
  }

  @Test
  void asksTheEngineForNoFieldOfObjects_whoseTypeIsNamedToo() {
    Counting fields = new Counting();
    ExecutionResult result =
        engine(pages(), fields).execute(asked("{ things { __typename id } }", List.of(THING)));

    assertEquals(
        Map.of("things", List.of(Map.of("__typename", "Thing", "id", "7"))), result.getData());
    assertEquals(1, fields.begun);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ things { name name } }",
        "{ things { name part { name } part { size } } }",
        "{ things { id } things { name } }",
        "{ things { name @skip(if: true) id } }",
        "query ($no: Boolean = false) { things { id name @include(if: $no) } }",
        "{ things { ...F } } fragment F on Thing { id name }",
        "{ things { ... on Named { name } id } }",
        "{ things { id slow } }",
        "{ things { __typename id } }",
        "{ things { id parts { name size } part { __typename } } }",
        "{ thing { id parts { name } } named { name ... on Thing { id } } }"
      })
  void answersAsTheEngineDoes_whateverIsSelected(String query) {
    assertSame(query, List.of(THING, THING));
  }

  @Test
  void answersAsTheEngineDoes_forAnythingSelectedOfAnything() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<@Nullable Object> things =
          new ArrayList<>(
              IntStream.range(0, random.nextInt(4)).mapToObj(i -> thing(random)).toList());
      if (random.nextInt(20) == 0) {
        things.add(null);
      }
      assertSame("{ things " + selection(random, 2) + " }", things);
    }
  }

  private static void assertSame(String query, List<@Nullable Object> things) {
    Map<String, Object> expected = ENGINES.execute(asked(query, things)).toSpecification();
    Map<String, Object> actual = OURS.execute(asked(query, things)).toSpecification();
    assertEquals(expected.toString(), actual.toString(), query);
    assertTrue(expected.containsKey("data"), () -> "no query: " + expected);
  }

  /* Mostly well; now and then with nulls where none may be, and values that are none of their type. */
  private static Thing thing(Random random) {
    boolean odd = random.nextInt(6) == 0;
    return new Thing(
        "id" + random.nextInt(),
        odd && random.nextBoolean() ? null : "name",
        random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt()),
        random.nextBoolean() ? null : random.nextInt(),
        random.nextBoolean(),
        odd && random.nextBoolean() ? Color.UNSAID : Color.RED,
        Arrays.asList(Color.GREEN, odd && random.nextBoolean() ? null : Color.RED),
        odd && random.nextBoolean() ? Map.of("name", "of a map", "size", 1) : part(random, odd),
        random.nextInt(4) == 0
            ? null
            : IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> (Object) part(random, odd))
                .toList(),
        Arrays.asList("a", random.nextBoolean() ? null : "b"),
        "slow",
        null);
  }

  private static Part part(Random random, boolean odd) {
    return new Part(odd && random.nextBoolean() ? null : "part", random.nextInt());
  }

  private static String selection(Random random, int depth) {
    StringBuilder fields = new StringBuilder("{ id");
    for (int i = random.nextInt(4); i >= 0; i--) {
      fields.append(' ').append(alias(random)).append(LEAVES.get(random.nextInt(LEAVES.size())));
    }
    if (depth > 0 && random.nextBoolean()) {
      fields.append(random.nextBoolean() ? " part" : " parts").append(" { size __typename");
      fields.append(random.nextBoolean() ? " name }" : " }");
    }
    if (random.nextInt(8) == 0) {
      fields.append(" ... on Thing { name }");
    }
    if (random.nextInt(8) == 0) {
      fields.append(" slow");
    }
    return fields.append(" }").toString();
  }

  private static String alias(Random random) {
    return random.nextInt(3) == 0 ? "a" + random.nextInt(1_000_000) + ": " : "";
  }

  private static ExecutionInput asked(String query, List<@Nullable Object> things) {
    return ExecutionInput.newExecutionInput(query).graphQLContext(Map.of("things", things)).build();
  }

  private static ExecutionStrategy pages() {
    return new PageExecution(new SimpleDataFetcherExceptionHandler());
  }

  private static List<?> things(DataFetchingEnvironment asked) {
    return asked.getGraphQlContext().get("things");
  }

  private static GraphQL engine(ExecutionStrategy strategy, Counting fields) {
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring()
            .type(
                "Query",
                query ->
                    query
                        .dataFetcher("things", PageExecutionTest::things)
                        .dataFetcher("thing", asked -> things(asked).get(0))
                        .dataFetcher("named", asked -> things(asked).get(0)))
            .type(
                "Named",
                named -> named.typeResolver(asked -> asked.getSchema().getObjectType("Thing")));
    for (String type : List.of("Thing", "Part")) {
      wiring.type(
          type,
          object ->
              object.defaultDataFetcher(
                  asked -> {
                    throw new IllegalStateException("Not wired: " + asked.getField().getName());
                  }));
      for (var component :
          (type.equals("Thing") ? Thing.class : Part.class).getRecordComponents()) {
        String name = component.getName();
        DataFetcher<?> engines = new PropertyDataFetcher<>(name);
        wiring.type(
            type,
            object ->
                object.dataFetcher(
                    name, name.equals("slow") ? engines : new PropertyFetcher(name, engines)));
      }
    }
    GraphQLSchema schema =
        new SchemaGenerator()
            .makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring.build());
    return GraphQL.newGraphQL(schema)
        .queryExecutionStrategy(strategy)
        .instrumentation(fields)
        .build();
  }

  private static final class Counting extends SimplePerformantInstrumentation {
    private int begun;

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldExecution(
        InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
      begun++;
      return null;
    }
  }
}

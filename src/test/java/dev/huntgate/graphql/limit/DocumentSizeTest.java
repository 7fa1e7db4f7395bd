package dev.huntgate.graphql.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSizeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ a }                                                  | 1 | 1 | 1 | 0 | 0 | 0",
        "{ a b: c { d e: f } }                                  | 2 | 4 | 2 | 0 | 2 | 0",
        "{ ...F } fragment F on Q { a { b } c }                 | 2 | 3 | 2 | 0 | 0 | 0",
        "{ x: hunt ... on Q { hunt } ...F } fragment F on Q { startHunt } | 1 | 3 | 3 | 3 | 1 | 0",
        "{ a @x @y { b @x } }                                   | 2 | 2 | 1 | 0 | 0 | 3",
        "query A { a } query B { a { b { c } } }                | 3 | 3 | 1 | 0 | 0 | 0",
        "{ a { hunt } }                                         | 2 | 2 | 1 | 0 | 0 | 0",
        "{ ...F } fragment F on Q { a ...G } fragment G on Q { b ...F } | 1 | 2 | 2 | 0 | 0 | 0",
        "{ ...Missing }                                         | 0 | 0 | 0 | 0 | 0 | 0",
      })
  void measures(
      String text, int depth, long fields, long top, long hunts, int aliases, int directives) {
    DocumentSize size = size(text);

    assertEquals(new DocumentSize.Part(depth, fields, top, hunts, false), size.operation());
    assertEquals(aliases, size.aliases());
    assertEquals(directives, size.directives());
  }

  @Test
  void seesTheSchemaAskedFor_whereverThatIsHidden() {
    assertTrue(
        size("{ a ...F } fragment F on Q { ... on Q { __schema { x } } }")
            .operation()
            .introspects());
    assertTrue(
        size("query A { a } query B { x: __type(name: \"Q\") { name } }")
            .operation()
            .introspects());
    assertEquals(false, size("{ __typename a { __typename } }").operation().introspects());
  }

  @Test
  void isDoneAtOnce_whenFragmentsDoubleTimeAndAgain() {
    String doubling =
        IntStream.range(0, 60)
            .mapToObj(i -> "fragment F" + i + " on Q { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
            .collect(Collectors.joining(" "));

    DocumentSize size = size("{ ...F0 } " + doubling + " fragment F60 on Q { a }");

    assertTrue(size.operation().fields() >= 1L << 39);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithWritingEveryFragmentOut(long seed) {
    Random random = new Random(seed);
    String text =
        "{ "
            + selections(random, 0, 3)
            + " } "
            + IntStream.range(0, 4)
                .mapToObj(i -> "fragment F" + i + " on Q { " + selections(random, i + 1, 3) + " }")
                .collect(Collectors.joining(" "));
    Document document = Parser.parse(text);
    Map<String, FragmentDefinition> fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
    SelectionSet set =
        document.getDefinitionsOfType(OperationDefinition.class).get(0).getSelectionSet();

    DocumentSize.Part measured = DocumentSize.of(document).operation();

    assertEquals(fields(set, fragments), measured.fields());
    assertEquals(depth(set, fragments), measured.depth());
  }

  /* Fragments use only those after them, of which there are four. */
  private static String selections(Random random, int from, int levels) {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(
            i ->
                switch (random.nextInt(levels > 0 ? 4 : 2)) {
                  case 0 -> "a" + i;
                  case 1 -> from < 4 ? "...F" + (from + random.nextInt(4 - from)) : "b";
                  case 2 -> "c" + i + " { " + selections(random, from, levels - 1) + " }";
                  default -> "... on Q { " + selections(random, from, levels - 1) + " }";
                })
        .collect(Collectors.joining(" "));
  }

  private static long fields(SelectionSet set, Map<String, FragmentDefinition> fragments) {
    long sum = 0;
    for (Selection<?> selection : all(set)) {
      if (selection instanceof Field field) {
        sum += 1 + fields(field.getSelectionSet(), fragments);
      } else if (selection instanceof InlineFragment inline) {
        sum += fields(inline.getSelectionSet(), fragments);
      } else if (selection instanceof FragmentSpread spread) {
        sum += fields(fragments.get(spread.getName()).getSelectionSet(), fragments);
      }
    }
    return sum;
  }

  private static int depth(SelectionSet set, Map<String, FragmentDefinition> fragments) {
    int most = 0;
    for (Selection<?> selection : all(set)) {
      int depth = 0;
      if (selection instanceof Field field) {
        depth = 1 + depth(field.getSelectionSet(), fragments);
      } else if (selection instanceof InlineFragment inline) {
        depth = depth(inline.getSelectionSet(), fragments);
      } else if (selection instanceof FragmentSpread spread) {
        depth = depth(fragments.get(spread.getName()).getSelectionSet(), fragments);
      }
      most = Math.max(most, depth);
    }
    return most;
  }

  private static List<Selection<?>> all(@Nullable SelectionSet set) {
    if (set == null) {
      return List.of();
    }
    return set.getSelections().stream().<Selection<?>>map(one -> one).toList();
  }

  private static DocumentSize size(String text) {
    return DocumentSize.of(Parser.parse(text));
  }
}

package dev.huntgate.graphql.limit;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How large a document is, in time that grows with its text alone: what a fragment has is counted
 * once, and added wherever it is used.
 *
 * @param operation the largest in each respect of its operations
 * @param aliases in the whole document
 * @param directives in the whole document
 */
record DocumentSize(Part operation, int aliases, int directives) {

  private static final Set<String> HUNTS = Set.of("hunt", "runSavedHunt", "startHunt");
  private static final Set<String> SCHEMA = Set.of("__schema", "__type");
  private static final Part NOTHING = new Part(0, 0, 0, 0, false);

  /**
   * How large a set of selected fields is.
   *
   * @param depth how many levels it has
   * @param fields how many fields on all levels
   * @param top how many fields on the first level
   * @param hunts how many of those are hunts
   * @param introspects whether one of those is the schema
   */
  record Part(int depth, long fields, long top, long hunts, boolean introspects) {

    /* Far beyond every limit, and far below what would overflow. */
    private static final long MOST = 1L << 40;

    Part and(Part other) {
      return new Part(
          Math.max(depth, other.depth),
          Math.min(MOST, fields + other.fields),
          Math.min(MOST, top + other.top),
          Math.min(MOST, hunts + other.hunts),
          introspects || other.introspects);
    }

    Part or(Part other) {
      return new Part(
          Math.max(depth, other.depth),
          Math.max(fields, other.fields),
          Math.max(top, other.top),
          Math.max(hunts, other.hunts),
          introspects || other.introspects);
    }
  }

  /** Measures a document, which need not be valid. */
  static DocumentSize of(Document document) {
    Measuring measuring = new Measuring();
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      measuring.fragments.putIfAbsent(fragment.getName(), fragment);
    }
    Part largest = NOTHING;
    for (OperationDefinition one : document.getDefinitionsOfType(OperationDefinition.class)) {
      largest = largest.or(measuring.of(one.getSelectionSet()));
    }
    int aliases = 0;
    int directives = 0;
    Deque<Node<?>> left = new ArrayDeque<>();
    left.add(document);
    while (!left.isEmpty()) {
      Node<?> node = left.remove();
      aliases += node instanceof Field field && field.getAlias() != null ? 1 : 0;
      directives += node instanceof DirectivesContainer<?> it ? it.getDirectives().size() : 0;
      for (Node<?> child : node.getChildren()) {
        if (!(child instanceof Directive)) {
          left.add(child);
        }
      }
    }
    return new DocumentSize(largest, aliases, directives);
  }

  private static final class Measuring {

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Part> known = new HashMap<>();
    /* Those that are being measured: one that meets itself is refused by validation. */
    private final Set<String> open = new HashSet<>();

    Part of(@Nullable SelectionSet set) {
      Part sum = NOTHING;
      if (set != null) {
        for (Selection<?> selection : set.getSelections()) {
          sum = sum.and(of(selection));
        }
      }
      return sum;
    }

    private Part of(Selection<?> selection) {
      if (selection instanceof Field field) {
        Part below = of(field.getSelectionSet());
        return new Part(
            below.depth() + 1,
            below.fields() + 1,
            1,
            HUNTS.contains(field.getName()) ? 1 : 0,
            SCHEMA.contains(field.getName()));
      }
      if (selection instanceof InlineFragment fragment) {
        return of(fragment.getSelectionSet());
      }
      return selection instanceof FragmentSpread spread ? fragment(spread.getName()) : NOTHING;
    }

    private Part fragment(String name) {
      FragmentDefinition fragment = fragments.get(name);
      Part before = known.get(name);
      if (before != null || fragment == null || !open.add(name)) {
        return before == null ? NOTHING : before;
      }
      Part part = of(fragment.getSelectionSet());
      open.remove(name);
      known.put(name, part);
      return part;
    }
  }
}

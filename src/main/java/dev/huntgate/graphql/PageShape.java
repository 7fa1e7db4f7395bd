package dev.huntgate.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a document reads pages of one result: all that differs from page to page is where the page
 * begins, which one variable tells.
 *
 * @param variable the variable that is the cursor, and nothing else
 * @param members what is selected of a page, in the order of the answer
 */
record PageShape(String variable, List<Member> members) {

  private static final Set<String> ROOTS = Set.of("hunt", "huntResult");
  private static final Set<String> OF_PAGE =
      Set.of("__typename", "totalCount", "nodes", "edges", "pageInfo");

  /** A field of a page, or of what is in it, under its name in the answer. */
  record Member(String name, String field, List<Member> members) {}

  /**
   * The shape of a document that has one.
   *
   * <p>Only the plainest are known: one operation with one field under the root and one page below
   * it, without fragments and directives. Others are executed, which is never wrong.
   */
  static Optional<PageShape> of(Document document) {
    if (document.getDefinitions().size() != 1
        || !(document.getDefinitions().get(0) instanceof OperationDefinition operation)
        || operation.getOperation() != Operation.QUERY
        || !isPlain(document)) {
      return Optional.empty();
    }
    List<Field> roots = fields(operation.getSelectionSet());
    List<Field> pages =
        roots.size() == 1 && ROOTS.contains(roots.get(0).getName())
            ? fields(roots.get(0).getSelectionSet()).stream()
                .filter(field -> field.getName().equals("rows"))
                .toList()
            : List.of();
    if (pages.size() != 1) {
      return Optional.empty();
    }
    String cursor = cursor(pages.get(0));
    List<Member> members = members(pages.get(0));
    if (cursor == null
        || timesUsed(operation.getSelectionSet(), cursor) != 1
        || !members.stream().allMatch(member -> OF_PAGE.contains(member.field()))) {
      return Optional.empty();
    }
    return Optional.of(new PageShape(cursor, members));
  }

  private static @Nullable String cursor(Field page) {
    return page.getArguments().stream()
        .filter(argument -> argument.getName().equals("after"))
        .map(Argument::getValue)
        .filter(VariableReference.class::isInstance)
        .map(value -> ((VariableReference) value).getName())
        .findFirst()
        .orElse(null);
  }

  private static List<Member> members(Field field) {
    return fields(field.getSelectionSet()).stream()
        .map(member -> new Member(member.getResultKey(), member.getName(), members(member)))
        .toList();
  }

  private static List<Field> fields(@Nullable SelectionSet set) {
    List<Field> fields = new ArrayList<>();
    if (set != null) {
      for (Selection<?> selection : set.getSelections()) {
        fields.add((Field) selection);
      }
    }
    return fields;
  }

  private static long timesUsed(Node<?> node, String variable) {
    long own = node instanceof VariableReference used && used.getName().equals(variable) ? 1 : 0;
    return own + node.getChildren().stream().mapToLong(child -> timesUsed(child, variable)).sum();
  }

  /* Without fragments and directives, and with each name once in each set: so nothing is merged. */
  private static boolean isPlain(Node<?> node) {
    if (node instanceof SelectionSet set) {
      long names =
          set.getSelections().stream()
              .filter(Field.class::isInstance)
              .map(field -> ((Field) field).getResultKey())
              .distinct()
              .count();
      if (names != set.getSelections().size()) {
        return false;
      }
    }
    return !(node instanceof graphql.language.Directive)
        && node.getChildren().stream().allMatch(PageShape::isPlain);
  }
}

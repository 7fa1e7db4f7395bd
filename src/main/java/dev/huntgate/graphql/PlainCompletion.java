package dev.huntgate.graphql;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way to complete the values of a type in one go, where all that is selected of them are plain
 * properties: the engine prepares for each single field what may be asked there, and on a page of
 * incidents nothing is.
 *
 * <p>Only the plainest selections have one: fields without arguments, directives and fragments,
 * each name once, read by {@link PropertyFetcher}s, or the type's name. It is all or nothing: what
 * goes wrong is left to the engine, which completes the values anew and says what was wrong and
 * where.
 */
interface PlainCompletion {

  /**
   * The completed form of a value.
   *
   * @throws Exception when there is none; then the engine has to complete it
   */
  @Nullable Object complete(@Nullable Object value) throws Exception;

  /**
   * The completion of a type's values, if all that is selected of them is plain.
   *
   * @param selected what is selected of the objects in them; null when that is nothing
   */
  static Optional<PlainCompletion> of(
      GraphQLType type, @Nullable SelectionSet selected, ExecutionContext context) {
    GraphQLContext settings = context.getGraphQLContext();
    Locale locale = context.getLocale();
    if (type instanceof GraphQLNonNull some) {
      return of(some.getWrappedType(), selected, context)
          .map(completion -> value -> completion.complete(Objects.requireNonNull(value)));
    }
    if (type instanceof GraphQLList list) {
      return of(list.getWrappedType(), selected, context).map(PlainCompletion::ofEach);
    }
    if (type instanceof GraphQLScalarType scalar) {
      return Optional.of(
          orNull(
              value ->
                  Objects.requireNonNull(scalar.getCoercing().serialize(value, settings, locale))));
    }
    if (type instanceof GraphQLEnumType values) {
      return Optional.of(orNull(value -> values.serialize(value, settings, locale)));
    }
    return type instanceof GraphQLObjectType object && selected != null
        ? members(object, selected, context).map(PlainCompletion::ofObject)
        : Optional.empty();
  }

  /* What is selected of an object, each from the object itself, by its name in the answer. */
  private static Optional<Map<String, OfSome>> members(
      GraphQLObjectType object, SelectionSet selected, ExecutionContext context) {
    Map<String, OfSome> members = new LinkedHashMap<>();
    for (Selection<?> selection : selected.getSelections()) {
      OfSome member =
          selection instanceof Field field ? member(object, field, context).orElse(null) : null;
      if (member == null || members.put(((Field) selection).getResultKey(), member) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(members);
  }

  private static Optional<OfSome> member(
      GraphQLObjectType object, Field field, ExecutionContext context) {
    if (!field.getArguments().isEmpty() || !field.getDirectives().isEmpty()) {
      return Optional.empty();
    }
    if (field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
      return Optional.of(source -> object.getName());
    }
    GraphQLFieldDefinition definition = object.getFieldDefinition(field.getName());
    return definition != null
            && context.getGraphQLSchema().getCodeRegistry().getDataFetcher(object, definition)
                instanceof PropertyFetcher property
        ? of(definition.getType(), field.getSelectionSet(), context)
            .map(completion -> source -> completion.complete(property.read(source)))
        : Optional.empty();
  }

  private static PlainCompletion ofObject(Map<String, OfSome> members) {
    return orNull(
        source -> {
          Map<String, @Nullable Object> completed = new LinkedHashMap<>();
          for (var member : members.entrySet()) {
            completed.put(member.getKey(), member.getValue().complete(source));
          }
          return completed;
        });
  }

  private static PlainCompletion ofEach(PlainCompletion element) {
    return orNull(
        values -> {
          List<@Nullable Object> completed = new ArrayList<>();
          for (Object value : (List<?>) values) {
            completed.add(element.complete(value));
          }
          return completed;
        });
  }

  private static PlainCompletion orNull(OfSome completion) {
    return value -> value == null ? null : completion.complete(value);
  }

  /** The completion of a value that is there. */
  interface OfSome {
    @Nullable Object complete(Object value) throws Exception;
  }
}

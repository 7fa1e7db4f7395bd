package dev.huntgate.graphql.limit;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.LimitExceeded;
import graphql.language.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request may ask for at once; more is refused before anything of it is done. */
public final class RequestLimits {

  /* Deeper than anything that a variable of this schema can be. */
  private static final int DEEPEST_VARIABLES = 30;

  private final GraphQlConfig config;

  public RequestLimits(GraphQlConfig config) {
    this.config = config;
  }

  /** Why a request is refused; empty when it is not. */
  public Optional<Failure> refusal(
      Document document, Map<String, Object> variables, @Nullable Caller caller) {
    DocumentSize size = DocumentSize.of(document);
    DocumentSize.Part operation = size.operation();
    if (operation.introspects() && !mayIntrospect(caller)) {
      return Optional.of(
          new Forbidden("You may not ask for the schema here; ask the operator for the file."));
    }
    return Stream.of(
            over("levels of fields", operation.depth(), config.maxDepth()),
            over("fields, fragments included", operation.fields(), config.maxFields()),
            over("fields at its top", operation.top(), config.maxRootFields()),
            over("hunts", operation.hunts(), config.maxHunts()),
            over("aliases", size.aliases(), config.maxAliases()),
            over("directives", size.directives(), config.maxDirectives()),
            ofVariables(variables, 1))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean mayIntrospect(@Nullable Caller caller) {
    Introspection allowed = config.introspection();
    return allowed == Introspection.EVERYBODY
        || (allowed == Introspection.ADMIN && caller != null && caller.may(Permission.ADMIN));
  }

  private Optional<Failure> ofVariables(@Nullable Object value, int depth) {
    if (depth > DEEPEST_VARIABLES) {
      return Optional.of(
          new LimitExceeded(
              "variables", "The variables may have at most " + DEEPEST_VARIABLES + " levels."));
    }
    if (value instanceof Map<?, ?> members) {
      return ofEach(members.values(), depth);
    }
    if (value instanceof List<?> items) {
      return items.size() > config.maxListItems()
          ? Optional.of(
              new LimitExceeded(
                  "variables",
                  "A list in the variables may have at most "
                      + config.maxListItems()
                      + " items, not "
                      + items.size()
                      + "; send it in parts."))
          : ofEach(items, depth);
    }
    return Optional.empty();
  }

  private Optional<Failure> ofEach(Iterable<?> values, int depth) {
    for (Object value : values) {
      Optional<Failure> refusal = ofVariables(value, depth + 1);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private static Optional<Failure> over(String what, long is, int most) {
    return is <= most
        ? Optional.empty()
        : Optional.of(
            new LimitExceeded(
                "query",
                "The document may have at most " + most + " " + what + "; ask for less at once."));
  }
}

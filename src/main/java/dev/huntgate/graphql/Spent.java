package dev.huntgate.graphql;

import dev.huntgate.budget.Operation;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.FailureException;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Set;

/**
 * The operations whose budget one request spent, or was refused.
 *
 * <p>It lies in the context of the request's execution, so that it needs no thread or scope.
 */
final class Spent {

  private static final String KEY = Spent.class.getName();

  private final Set<Operation> operations = EnumSet.noneOf(Operation.class);

  private Spent() {}

  /** Makes room in the context of an execution that begins. */
  static void begin(GraphQLContext context) {
    context.put(KEY, new Spent());
  }

  /**
   * Marks what a call spends that only reads, when it has ended.
   *
   * @throws FailureException {@code FORBIDDEN} when this request may not ask upstream
   */
  static <T> Uni<T> watching(
      DataFetchingEnvironment environment, Operation operation, Uni<T> call) {
    if (!Readiness.maySpend(environment)) {
      throw new FailureException(
          new Forbidden(
              "A GET asks nothing of upstream; send this by POST, or with a header"
                  + " GraphQL-Preflight of any value."));
    }
    return call.onItem()
        .invoke(() -> mark(environment, operation))
        .onFailure()
        .invoke(failure -> mark(environment, operation, failure));
  }

  /** The request asks upstream, or would if the budget let it. */
  static void mark(DataFetchingEnvironment environment, Operation operation) {
    Spent spent = environment.getGraphQlContext().get(KEY);
    if (spent != null) {
      spent.add(operation);
    }
  }

  /** Likewise, when a failure says that it came that far. */
  static void mark(DataFetchingEnvironment environment, Operation operation, Throwable thrown) {
    Failure failure = thrown instanceof FailureException known ? known.failure() : null;
    boolean ourOwn =
        failure instanceof Failure.InvalidArgument
            || failure instanceof Failure.Forbidden
            || failure instanceof Failure.LimitExceeded
            || failure instanceof Failure.ResultGone;
    if (!ourOwn) {
      mark(environment, operation);
    }
  }

  /** What was marked in an execution. */
  static Set<Operation> in(GraphQLContext context) {
    Spent spent = context.get(KEY);
    return spent == null ? Set.of() : spent.marked();
  }

  private synchronized void add(Operation operation) {
    operations.add(operation);
  }

  private synchronized Set<Operation> marked() {
    return EnumSet.copyOf(operations);
  }
}

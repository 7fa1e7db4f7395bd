package dev.huntgate.graphql;

import dev.huntgate.budget.Operation;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
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

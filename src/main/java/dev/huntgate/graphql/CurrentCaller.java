package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.failure.Failure.Unauthenticated;
import dev.huntgate.failure.FailureException;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request that is being executed.
 *
 * <p>The caller lies in the context of the request's execution, put there as it begins, so that it
 * needs no thread or scope. An execution that began without one serves nobody.
 */
@ApplicationScoped
public class CurrentCaller {

  private static final String KEY = CurrentCaller.class.getName();

  private final Context context;

  CurrentCaller(Context context) {
    this.context = context;
  }

  /** Puts the caller in the context of an execution that begins. */
  public static void begin(Map<String, Object> context, Caller caller) {
    context.put(KEY, caller);
  }

  /**
   * The caller of the current request; to be called as a field begins to be resolved, not later.
   *
   * @throws FailureException {@code UNAUTHENTICATED} when there is none
   */
  public Caller get() {
    Caller caller = in(context.unwrap(DataFetchingEnvironment.class).getGraphQlContext());
    if (caller == null) {
      throw new FailureException(new Unauthenticated("Nobody is known to have sent this."));
    }
    return caller;
  }

  static @Nullable Caller in(GraphQLContext context) {
    return context.get(KEY);
  }
}

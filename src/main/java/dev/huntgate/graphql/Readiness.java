package dev.huntgate.graphql;

import dev.huntgate.cache.Ready.Use;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request may do, and whether its answer may be given again as it is.
 *
 * <p>It lies in the context of the request's execution, so that it needs no thread or scope; where
 * there is none, as for a subscription, everything is allowed and nothing is given again.
 */
public final class Readiness {

  private static final String KEY = Readiness.class.getName();

  private final boolean maySpend;
  private final List<Use> uses = new ArrayList<>();
  private final List<PageRead> pages = new ArrayList<>();
  private boolean spoiled;

  /**
   * @param maySpend whether upstream may be asked
   */
  public Readiness(boolean maySpend) {
    this.maySpend = maySpend;
  }

  /** Puts it in the context of an execution that begins. */
  public void begin(Map<String, Object> context) {
    context.put(KEY, this);
  }

  /** Whether a request may ask upstream. */
  static boolean maySpend(DataFetchingEnvironment environment) {
    Readiness readiness = in(environment.getGraphQlContext());
    return readiness == null || readiness.maySpend;
  }

  /** A field under the root was answered from a kept result alone. */
  static void used(DataFetchingEnvironment environment, Use use) {
    Readiness readiness = in(environment.getGraphQlContext());
    if (readiness != null) {
      readiness.add(use);
    }
  }

  /** A page of rows is in the answer. */
  static void paged(DataFetchingEnvironment environment, PageRead page) {
    Readiness readiness = in(environment.getGraphQlContext());
    if (readiness != null) {
      readiness.add(page);
    }
  }

  /** Something in the answer is good only once. */
  static void spoil(DataFetchingEnvironment environment) {
    Readiness readiness = in(environment.getGraphQlContext());
    if (readiness != null) {
      readiness.spoil();
    }
  }

  /**
   * What the answer came from.
   *
   * @param fields how many fields under the root it has
   * @return nothing when another answer to the same request may differ
   */
  public synchronized List<Use> uses(int fields) {
    return spoiled || uses.size() != fields ? List.of() : List.copyOf(uses);
  }

  /** The pages of rows that are in the answer. */
  public synchronized List<PageRead> pages() {
    return List.copyOf(pages);
  }

  private synchronized void add(PageRead page) {
    pages.add(page);
  }

  private synchronized void add(Use use) {
    uses.add(use);
  }

  private synchronized void spoil() {
    spoiled = true;
  }

  private static @Nullable Readiness in(GraphQLContext context) {
    return context.get(KEY);
  }
}

package dev.huntgate.graphql.http;

import dev.huntgate.access.Caller;
import dev.huntgate.cache.Ready;
import dev.huntgate.graphql.CurrentCaller;
import dev.huntgate.graphql.Documents;
import dev.huntgate.graphql.PageRead;
import dev.huntgate.graphql.Readiness;
import dev.huntgate.graphql.limit.GraphQlConfig;
import graphql.ExecutionResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Executes GraphQL requests that came over HTTP, in the scope and with the identity of theirs. */
@Singleton
final class GraphQlExecution {

  /**
   * What became of a request.
   *
   * @param body the answer in JSON
   * @param uses the kept results that it came from, when another answer could not differ
   * @param pages the pages of rows that are in it
   */
  record Answer(ExecutionResult result, byte[] body, List<Ready.Use> uses, List<PageRead> pages) {}

  private final Instance<ExecutionService> service;
  private final Instance<CurrentIdentityAssociation> identity;
  private final CurrentVertxRequest request;
  private final Duration timeout;

  GraphQlExecution(
      Instance<ExecutionService> service,
      Instance<CurrentIdentityAssociation> identity,
      CurrentVertxRequest request,
      GraphQlConfig config) {
    this.timeout = config.timeout();
    this.service = service;
    this.identity = identity;
    this.request = request;
  }

  /**
   * Executes a request.
   *
   * @param maySpend whether it may ask upstream
   * @param answered takes the answer, on any thread
   */
  void run(
      RoutingContext exchange,
      Caller caller,
      GraphQlRequest asked,
      boolean maySpend,
      Consumer<Answer> answered) {
    ManagedContext scope = Arc.container().requestContext();
    boolean opened = !scope.isActive();
    if (opened) {
      scope.activate();
    }
    endWithResponse(exchange.response(), scope.getState(), scope);
    forgetOthers();
    try {
      identify(exchange);
      Readiness readiness = new Readiness(maySpend);
      Map<String, Object> context = context(exchange, scope.getState());
      CurrentCaller.begin(context, caller);
      readiness.begin(context);
      service
          .get()
          .executeAsync(asked.json(), context, writer(exchange, asked, readiness, answered));
    } finally {
      forgetOthers();
      if (opened) {
        scope.deactivate();
      }
    }
  }

  /**
   * Makes the next execution on this thread begin with a context of its own.
   *
   * <p>SmallRye writes the request into the context that it finds in the thread. One that an
   * execution left there may be in other threads as well, where two requests would write into it at
   * once, and one of them execute the other's document.
   */
  static void forgetOthers() {
    SmallRyeContextManager.clearCurrentSmallRyeContext();
  }

  /** A scope for executions that go on after their request's response, to be destroyed. */
  ManagedContext.ContextState newScope(RoutingContext exchange) {
    ManagedContext scope = Arc.container().requestContext();
    ManagedContext.ContextState outer = scope.getStateIfActive();
    ManagedContext.ContextState own = scope.activate();
    try {
      identify(exchange);
      return own;
    } finally {
      if (outer == null) {
        scope.deactivate();
      } else {
        scope.activate(outer);
      }
    }
  }

  private static void endWithResponse(
      HttpServerResponse response, ManagedContext.ContextState state, ManagedContext scope) {
    response.endHandler(end -> scope.destroy(state));
    response.exceptionHandler(failure -> scope.destroy(state));
    response.closeHandler(close -> scope.destroy(state));
  }

  private void identify(RoutingContext exchange) {
    if (identity.isResolvable()) {
      if (exchange.user() instanceof QuarkusHttpUser user) {
        identity.get().setIdentity(user.getSecurityIdentity());
      } else {
        identity.get().setIdentity(QuarkusHttpUser.getSecurityIdentity(exchange, null));
      }
    }
    request.setCurrent(exchange);
  }

  /* What the extension's own handler puts there, and its data fetchers count on. */
  static Map<String, Object> context(RoutingContext exchange, ManagedContext.ContextState scope) {
    Map<String, Object> context = new ConcurrentHashMap<>();
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : exchange.request().headers().names()) {
      headers.put(name, exchange.request().headers().getAll(name));
    }
    context.put("runBlocking", false);
    context.put("httpHeaders", headers);
    context.put("state", scope);
    return context;
  }

  private ExecutionResponseWriter writer(
      RoutingContext exchange,
      GraphQlRequest asked,
      Readiness readiness,
      Consumer<Answer> answered) {
    AtomicBoolean over = new AtomicBoolean();
    long timer =
        exchange
            .vertx()
            .setTimer(
                timeout.toMillis(),
                passed -> {
                  if (!over.getAndSet(true)) {
                    HttpAnswer.tooLate(exchange, timeout);
                  }
                });
    return new ExecutionResponseWriter() {
      /* Whoever calls this drops exceptions, and the request would wait for ever. */
      @Override
      public void write(ExecutionResponse response) {
        if (isTooLate()) {
          return;
        }
        try {
          answered.accept(answer(asked, response.getExecutionResult(), readiness));
        } catch (RuntimeException broken) {
          HttpAnswer.fail(exchange, broken);
        }
      }

      @Override
      public void fail(Throwable failure) {
        if (!isTooLate()) {
          HttpAnswer.fail(exchange, failure);
        }
      }

      private boolean isTooLate() {
        exchange.vertx().cancelTimer(timer);
        return over.getAndSet(true);
      }
    };
  }

  private static Answer answer(
      GraphQlRequest asked, ExecutionResult executed, Readiness readiness) {
    ExecutionResult result = Documents.explained(asked.query(), executed);
    List<Ready.Use> uses =
        result.getErrors().isEmpty() && result.getData() instanceof Map<?, ?> fields
            ? readiness.uses(fields.size())
            : List.of();
    return new Answer(result, AnswerWriter.write(result), uses, readiness.pages());
  }
}

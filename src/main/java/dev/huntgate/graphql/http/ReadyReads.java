package dev.huntgate.graphql.http;

import dev.huntgate.access.Caller;
import dev.huntgate.cache.ReadyAnswer;
import dev.huntgate.cache.ReadyAnswers;
import dev.huntgate.cache.ReadyKey;
import dev.huntgate.failure.FailureException;
import dev.huntgate.graphql.HuntTerms;
import dev.huntgate.graphql.PageReads;
import dev.huntgate.graphql.document.KnownDocuments;
import dev.huntgate.hunting.Hunts;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Answers to requests that were met before and can only be answered alike, without executing. */
@Singleton
final class ReadyReads {

  /** The longest request that is remembered, in bytes. */
  static final int LONGEST_REQUEST = 16 * 1024;

  private final ReadyAnswers ready;
  private final PageReads pages;
  private final Hunts hunts;
  private final KnownDocuments documents;

  ReadyReads(ReadyAnswers ready, PageReads pages, Hunts hunts, KnownDocuments documents) {
    this.documents = documents;
    this.ready = ready;
    this.pages = pages;
    this.hunts = hunts;
  }

  /**
   * Answers a request if something ready does; otherwise returns what is to be executed.
   *
   * @param sent the request's body, or what a GET has in its place
   * @throws RequestProblem when the request is none
   * @throws FailureException when its document is not known or not executed
   */
  Optional<Asked> unanswered(RoutingContext exchange, MediaType type, Caller caller, byte[] sent)
      throws RequestProblem {
    ReadyKey key = sent.length > LONGEST_REQUEST ? null : new ReadyKey(caller, sent);
    ReadyAnswer known = key == null ? null : ready.find(key, ReadyAnswer.class);
    if (known != null) {
      known.uses().forEach(use -> hunts.again(use, HuntTerms.free(caller)));
      HttpAnswer.ready(exchange, type, known);
      return Optional.empty();
    }
    GraphQlRequest request =
        (exchange.request().method() == HttpMethod.GET
                ? ofParameters(exchange)
                : GraphQlRequest.ofBody(sent))
            .of(documents);
    PageReads.Request read =
        new PageReads.Request(
            caller, request.query(), request.operationName(), request.variables());
    byte[] page = pages.answer(read);
    if (page != null) {
      HttpAnswer.page(exchange, type, page);
      return Optional.empty();
    }
    return Optional.of(new Asked(type, key, request, read));
  }

  /** Learns from what an execution brought; returns the answer if it is to be given as ready. */
  Optional<ReadyAnswer> learn(Asked asked, GraphQlExecution.Answer answer, boolean get) {
    pages.learn(asked.read(), answer.body(), answer.uses(), answer.pages());
    if (answer.uses().isEmpty()) {
      return Optional.empty();
    }
    ReadyKey key = asked.key();
    boolean wanted = key != null && ready.wants(key);
    if (!wanted && !get) {
      return Optional.empty();
    }
    ReadyAnswer again =
        new ReadyAnswer(answer.body(), HttpAnswer.etag(answer.body()), answer.uses());
    if (key != null && wanted) {
      ready.keep(key, again);
    }
    return Optional.of(again);
  }

  private static GraphQlRequest ofParameters(RoutingContext exchange) throws RequestProblem {
    return GraphQlRequest.ofParameters(
        exchange.queryParams().get("query"),
        exchange.queryParams().get("operationName"),
        exchange.queryParams().get("variables"),
        exchange.queryParams().get("extensions"));
  }
}

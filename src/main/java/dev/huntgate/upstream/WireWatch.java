package dev.huntgate.upstream;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.client.api.ClientLogger;

/**
 * Watches answers before the REST client reads them, of which it would read some whole, however
 * long they are.
 *
 * <p>The client's only hook that early is the one for logging; nothing is logged. An error's body
 * that is too long, or takes too long, costs its connection. Every type is taken for JSON, since
 * the client gathers parts of forms in files.
 */
final class WireWatch implements ClientLogger {

  /* Upstream's own are a few hundred bytes; pages of proxies are longer. */
  static final int MOST_ERROR_BYTES = 256 * 1024;

  private final Duration deadline;

  /**
   * @param deadline for an error's body
   */
  WireWatch(Duration deadline) {
    this.deadline = deadline;
  }

  /** It is called before the client itself waits for the answer, so that this comes first. */
  @Override
  public void logRequest(HttpClientRequest request, Buffer body, boolean omitBody) {
    request.response().onSuccess(this::watch);
  }

  @Override
  public void logResponse(HttpClientResponse response, boolean redirect) {}

  @Override
  public void setBodySize(int bodySize) {}

  private void watch(HttpClientResponse response) {
    response.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
    if (!AnswerMapper.isGood(response.statusCode())) {
      limit(response);
    }
  }

  private void limit(HttpClientResponse response) {
    long[] bytes = {0};
    response.handler(
        piece -> {
          bytes[0] += piece.length();
          if (bytes[0] > MOST_ERROR_BYTES) {
            response.request().reset();
          }
        });
    Context context = Vertx.currentContext();
    if (context != null) {
      long timer =
          context.owner().setTimer(deadline.toMillis(), late -> response.request().reset());
      response.end().onComplete(end -> context.owner().cancelTimer(timer));
    }
  }
}

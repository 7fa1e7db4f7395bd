package dev.huntgate.upstream;

import io.vertx.core.http.HttpClientResponse;

/**
 * A good answer whose body nobody has read yet; it waits until somebody does.
 *
 * <p>It is thrown because the REST client has no other way to hand on a body that it has not read:
 * one that comes as a {@code Multi} costs its connection, which the client closes when the body
 * ended, and by then another call may be using it.
 */
final class UnreadAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient HttpClientResponse answer;

  UnreadAnswer(HttpClientResponse answer) {
    super("An answer with status " + answer.statusCode(), null, false, false);
    this.answer = answer;
  }

  HttpClientResponse answer() {
    return answer;
  }
}

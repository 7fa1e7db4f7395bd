package dev.huntgate.graphql.http;

/**
 * A request that is not one of GraphQL over HTTP.
 *
 * <p>The message is for whoever sent it.
 */
final class RequestProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  RequestProblem(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The HTTP status that tells it. */
  int status() {
    return status;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}

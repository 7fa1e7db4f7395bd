package dev.huntgate.upstream;

import io.quarkus.rest.client.reactive.runtime.ResteasyReactiveResponseExceptionMapper;
import io.vertx.core.http.HttpClientResponse;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes every answer off the REST client: a success as an {@link UnreadAnswer}, anything else as a
 * {@link StatusException} with its error body.
 */
final class AnswerMapper implements ResteasyReactiveResponseExceptionMapper<RuntimeException> {

  private static final int FIRST_SUCCESS = 200;
  private static final int FIRST_NON_SUCCESS = 300;

  /** Whether the status of an answer that came is no redirect and no error. */
  static boolean isGood(int status) {
    return status < FIRST_NON_SUCCESS;
  }

  /** The client says 0 when there is no answer. */
  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= FIRST_SUCCESS;
  }

  @Override
  public RuntimeException toThrowable(Response response, RestClientRequestContext context) {
    HttpClientResponse answer = context.getVertxClientResponse();
    return answer != null && isGood(response.getStatus())
        ? new UnreadAnswer(answer)
        : toThrowable(response);
  }

  @Override
  public StatusException toThrowable(Response response) {
    ErrorBody body =
        ErrorBody.read(text(response)).withRequestId(response.getHeaderString("request-id"));
    return new StatusException(
        response.getStatus(), response.getHeaderString(HttpHeaders.RETRY_AFTER), body);
  }

  private static @Nullable String text(Response response) {
    try {
      return response.hasEntity() ? response.readEntity(String.class) : null;
    } catch (ProcessingException | IllegalStateException unreadable) {
      return null;
    }
  }
}

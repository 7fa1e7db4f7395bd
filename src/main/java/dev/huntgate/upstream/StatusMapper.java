package dev.huntgate.upstream;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every answer that is not a success into a {@link StatusException} with its error body. */
final class StatusMapper implements ResponseExceptionMapper<StatusException> {

  private static final int FIRST_NON_SUCCESS = 300;

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= FIRST_NON_SUCCESS;
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

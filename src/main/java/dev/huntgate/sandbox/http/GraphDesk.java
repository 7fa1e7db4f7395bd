package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Answers calls in the manner of Microsoft Graph: its headers, its error bodies. */
@Singleton
final class GraphDesk {

  private final Desk desk;
  private final Clock clock;

  @Inject
  GraphDesk(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** Admits a call and answers it; {@code work} gets the tenant and returns the entity. */
  Response serve(HttpHeaders headers, Operation operation, Function<String, Object> work) {
    String requestId = UUID.randomUUID().toString();
    String sent = headers.getHeaderString("client-request-id");
    String clientRequestId = sent == null ? requestId : sent;
    Response.ResponseBuilder response;
    try {
      Object entity = work.apply(desk.admit(ApiFamily.GRAPH, operation, headers));
      response = Response.ok(entity instanceof ObjectNode node ? node.toString() : entity);
    } catch (GarbledException garbled) {
      return Response.status(garbled.status)
          .type(garbled.contentType)
          .entity(garbled.body())
          .build();
    } catch (Refusal refusal) {
      response = refused(refusal, requestId, clientRequestId);
    }
    return response
        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
        .header("request-id", requestId)
        .header("client-request-id", clientRequestId)
        .build();
  }

  private Response.ResponseBuilder refused(
      Refusal refusal, String requestId, String clientRequestId) {
    Refusal.Reason reason = refusal.reason();
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    error.put("code", refusal.graphCode()).put("message", refusal.text());
    if (reason == Refusal.Reason.TOP_TOO_LARGE) {
      error.putArray("details");
    }
    error
        .putObject("innerError")
        .put("date", WireTime.inError(clock.instant()))
        .put("request-id", requestId)
        .put("client-request-id", clientRequestId);
    Response.ResponseBuilder response = Response.status(reason.status).entity(body.toString());
    if (reason == Refusal.Reason.NOT_AUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"\", error=\"invalid_token\"");
    }
    if (refusal.retryAfter() != null) {
      long seconds = Objects.requireNonNull(refusal.retryAfter()).toSeconds();
      response.header(HttpHeaders.RETRY_AFTER, seconds);
    }
    return response;
  }
}

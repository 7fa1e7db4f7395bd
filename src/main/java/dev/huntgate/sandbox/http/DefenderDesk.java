package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;

/** Answers calls in the manner of the native family: no {@code Retry-After}, its error bodies. */
@Singleton
final class DefenderDesk {

  private final Desk desk;

  @Inject
  DefenderDesk(Desk desk) {
    this.desk = desk;
  }

  /** Admits a call and answers it; {@code work} gets the tenant and returns the entity. */
  Response serve(HttpHeaders headers, Operation operation, Function<String, Object> work) {
    Response.ResponseBuilder response;
    try {
      Object entity = work.apply(desk.admit(ApiFamily.DEFENDER, operation, headers));
      response = Response.ok(entity instanceof ObjectNode node ? node.toString() : entity);
    } catch (GarbledException garbled) {
      return Response.status(garbled.status)
          .type(garbled.contentType)
          .entity(garbled.body())
          .build();
    } catch (Refusal refusal) {
      response = refused(refusal);
    }
    return response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8")).build();
  }

  private static Response.ResponseBuilder refused(Refusal refusal) {
    Refusal.Reason reason = refusal.reason();
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("code", refusal.defenderCode())
        .put("message", refusal.text())
        .put("target", UUID.randomUUID().toString());
    Response.ResponseBuilder response = Response.status(reason.status).entity(body.toString());
    if (reason == Refusal.Reason.NOT_AUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
    return response;
  }
}

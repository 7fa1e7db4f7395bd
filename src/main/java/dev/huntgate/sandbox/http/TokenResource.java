package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The imitation of the identity platform's token end point. */
@Path("/sandbox/login/{tenantId}/oauth2/v2.0/token")
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
@EndpointDisabled(name = "huntgate.sandbox", stringValue = "false", disableIfMissing = true)
public class TokenResource {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final TokenIssuer issuer;
  private final Conditions conditions;
  private final Clock clock;

  @Inject
  TokenResource(TokenIssuer issuer, Conditions conditions, Clock clock) {
    this.issuer = issuer;
    this.conditions = conditions;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response token(
      @PathParam("tenantId") String tenant,
      @Context HttpHeaders headers,
      MultivaluedMap<String, String> form) {
    Conditions.sleep(conditions.latency().answers());
    Optional<Fault> fault =
        Optional.ofNullable(headers.getHeaderString(Fault.HEADER))
            .flatMap(Fault::of)
            .or(() -> conditions.next(Operation.TOKEN))
            .filter(Fault::ofTokens);
    if (fault.isPresent()) {
      return refused(fault.get());
    }
    ClientProof.Outcome proof =
        ClientProof.of(form, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    if (proof != ClientProof.Outcome.ACCEPTED) {
      return refused(proof.status, proof.error, proof.code, proof.message);
    }
    String scope = String.valueOf(form.getFirst("scope"));
    return ApiFamily.ofScope(scope)
        .map(family -> granted(issuer.issue(family, tenant)))
        .orElseGet(
            () ->
                refused(
                    400,
                    "invalid_scope",
                    70011,
                    "The scope '" + scope + "' is not one that this end point grants."));
  }

  private static Response granted(String token) {
    ObjectNode body = Json.object();
    body.put("token_type", "Bearer");
    body.put("expires_in", TokenIssuer.LIFE.toSeconds());
    body.put("ext_expires_in", TokenIssuer.LIFE.toSeconds());
    body.put("access_token", token);
    return Response.ok(body.toString(), MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response refused(Fault fault) {
    String[] parts = fault.message().substring("AADSTS".length()).split(": ", 2);
    int status = fault == Fault.TOKEN_INVALID_CLIENT ? 401 : 400;
    return refused(status, String.valueOf(fault.code()), Integer.parseInt(parts[0]), parts[1]);
  }

  private Response refused(int status, String error, int code, String message) {
    String trace = UUID.randomUUID().toString();
    String correlation = UUID.randomUUID().toString();
    String timestamp = TIMESTAMP.format(clock.instant());
    ObjectNode body = Json.object();
    body.put("error", error);
    body.put(
        "error_description",
        "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
            .formatted(code, message, trace, correlation, timestamp));
    body.putArray("error_codes").add(code);
    body.put("timestamp", timestamp).put("trace_id", trace).put("correlation_id", correlation);
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body.toString()).build();
  }
}

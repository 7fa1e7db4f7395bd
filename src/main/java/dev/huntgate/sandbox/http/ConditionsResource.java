package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.properties.UnlessBuildProperty;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What upstream does not have: a hand on how it behaves, for demonstrations and tests. It asks for
 * no token; the sandbox holds nothing that is real and is meant for the own machine.
 */
@Path("/sandbox/control")
@UnlessBuildProperty(name = "quarkus.native.enabled", stringValue = "true", enableIfMissing = true)
@EndpointDisabled(name = "huntgate.sandbox", stringValue = "false", disableIfMissing = true)
public class ConditionsResource {

  private static final int MOST = 100_000;

  private final Conditions conditions;

  @Inject
  ConditionsResource(Conditions conditions) {
    this.conditions = conditions;
  }

  /** The planned errors, and the names of all that can be. */
  @GET
  @Path("/faults")
  public Response faults() {
    return answer(Response.Status.OK, plans());
  }

  /** Plans an error: {@code {"fault": "throttled-seconds", "next": 2, "operation": "hunt"}}. */
  @POST
  @Path("/faults")
  public Response plan(String body) {
    try {
      conditions.plan(read(Json.body(body)));
      return answer(Response.Status.OK, plans());
    } catch (Refusal | IllegalArgumentException wrong) {
      return wrong(String.valueOf(wrong.getMessage()));
    }
  }

  /** Forgets all planned errors. */
  @DELETE
  @Path("/faults")
  public Response clear() {
    conditions.clear();
    return answer(Response.Status.OK, plans());
  }

  @GET
  @Path("/latency")
  public Response latency() {
    return answer(Response.Status.OK, written(conditions.latency()));
  }

  /** Sets how slow it is: {@code {"answers": "PT0.2S", "hunts": "PT5S"}}, either left as it is. */
  @PUT
  @Path("/latency")
  public Response latency(String body) {
    try {
      ObjectNode wanted = Json.body(body);
      Conditions.Latency now = conditions.latency();
      conditions.latency(
          new Conditions.Latency(
              duration(wanted, "answers", now.answers()), duration(wanted, "hunts", now.hunts())));
      return answer(Response.Status.OK, written(conditions.latency()));
    } catch (Refusal | IllegalArgumentException wrong) {
      return wrong(String.valueOf(wrong.getMessage()));
    }
  }

  private static Conditions.Plan read(ObjectNode body) {
    Fault fault =
        Optional.ofNullable(text(body, "fault"))
            .flatMap(Fault::of)
            .orElseThrow(
                () -> new IllegalArgumentException("fault has to be one of: " + Fault.labels()));
    JsonNode next = body.path("next");
    if (!next.isMissingNode() && !(next.canConvertToInt() && next.isIntegralNumber())
        || next.asInt(1) < 1
        || next.asInt(1) > MOST) {
      throw new IllegalArgumentException("next has to be a number from 1 to " + MOST);
    }
    Set<Operation> operations =
        Conditions.operations(fault.ofTokens() ? "token" : text(body, "operation"))
            .orElseThrow(
                () -> new IllegalArgumentException("operation has to be hunt, incidents or token"));
    if (!fault.ofTokens() && operations.contains(Operation.TOKEN)) {
      throw new IllegalArgumentException("Only token-… faults are for the operation token");
    }
    return new Conditions.Plan(fault, next.asInt(1), operations);
  }

  private static @Nullable String text(ObjectNode body, String key) {
    return body.path(key).isTextual() ? body.path(key).textValue() : null;
  }

  private static Duration duration(ObjectNode body, String key, Duration otherwise) {
    if (!body.has(key)) {
      return otherwise;
    }
    try {
      return Duration.parse(String.valueOf(text(body, key)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(key + " has to be an ISO 8601 duration such as PT0.2S");
    }
  }

  private ObjectNode plans() {
    ObjectNode body = Json.object();
    ArrayNode planned = body.putArray("planned");
    for (Conditions.Plan plan : conditions.plans()) {
      ArrayNode operations =
          planned
              .addObject()
              .put("fault", plan.fault().label())
              .put("next", plan.left())
              .putArray("operations");
      plan.operations().stream().sorted().forEach(o -> operations.add(o.name()));
    }
    ArrayNode known = body.putArray("known");
    for (Fault fault : Fault.values()) {
      known.add(fault.label());
    }
    return body;
  }

  private static ObjectNode written(Conditions.Latency latency) {
    return Json.object()
        .put("answers", latency.answers().toString())
        .put("hunts", latency.hunts().toString());
  }

  private static Response wrong(String why) {
    return answer(Response.Status.BAD_REQUEST, Json.object().put("error", why));
  }

  private static Response answer(Response.Status status, ObjectNode body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body.toString()).build();
  }
}

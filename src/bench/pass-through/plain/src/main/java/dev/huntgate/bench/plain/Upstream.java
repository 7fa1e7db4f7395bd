package dev.huntgate.bench.plain;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the plain service calls, and as much of the answers as it gives. */
@RegisterRestClient(configKey = "upstream")
@Path("/security")
public interface Upstream {

  /** A hunt. */
  record Ask(@JsonProperty("Query") String query) {}

  /** A hunt's answer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(List<Column> schema, List<Map<String, Object>> results) {}

  /** A column of a hunt's answer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Column(String name, String type) {}

  /** A list of incidents. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Listed(List<Incident> value) {}

  /** An incident, with alerts where they were asked for. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Incident(
      String id,
      String displayName,
      String severity,
      String status,
      String assignedTo,
      OffsetDateTime createdDateTime,
      OffsetDateTime lastUpdateDateTime,
      List<String> customTags,
      List<Alert> alerts) {}

  /** An alert. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Alert(String id, String title, String severity, List<Evidence> evidence) {}

  /** Evidence of an alert; a device has a name in the DNS. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Evidence(String deviceDnsName) {}

  @POST
  @Path("/runHuntingQuery")
  @Timeout(180_000)
  @Retry(maxRetries = 1)
  @CircuitBreaker
  @Bulkhead(256)
  Uni<Answer> hunt(@HeaderParam("Authorization") String authorization, Ask query);

  @GET
  @Path("/incidents")
  @Timeout(30_000)
  @Retry(maxRetries = 1)
  @CircuitBreaker
  @Bulkhead(256)
  Uni<Listed> incidents(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("$filter") String filter,
      @QueryParam("$orderby") String order,
      @QueryParam("$top") int top,
      @QueryParam("$expand") String expand);
}

package dev.huntgate.graphsdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.models.security.AlertEvidence;
import com.microsoft.graph.models.security.HuntingQueryResults;
import com.microsoft.graph.models.security.Incident;
import com.microsoft.graph.models.security.IncidentCollectionResponse;
import com.microsoft.graph.models.security.IncidentStatus;
import com.microsoft.graph.security.microsoftgraphsecurityrunhuntingquery.RunHuntingQueryPostRequestBody;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.huntgate.PackagedJar;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Microsoft's own client for Graph, with nothing changed but the address, finds the sandbox fit.
 */
class GraphSdkIT {

  @TempDir private static Path empty;
  private static PackagedJar sandbox;
  private static GraphServiceClient graph;

  @BeforeAll
  static void start() throws Exception {
    sandbox =
        PackagedJar.start(
            empty, Map.of("HUNTGATE_SANDBOX", "only", "HUNTGATE_SANDBOX_LIMITS", "unlimited"));
    URI address = sandbox.address();
    graph =
        new GraphServiceClient(
            new BaseBearerTokenAuthenticationProvider(new SandboxToken(address)));
    graph.getRequestAdapter().setBaseUrl(address + "/sandbox/graph/v1.0");
  }

  @AfterAll
  static void stop() throws Exception {
    sandbox.close();
  }

  @Test
  void lists_pageByPage() {
    Set<String> ids = new HashSet<>();
    IncidentCollectionResponse page =
        graph
            .security()
            .incidents()
            .get(
                request -> {
                  request.queryParameters.top = 20;
                  request.queryParameters.filter = "severity eq 'high'";
                });
    while (true) {
      for (Incident incident : page.getValue()) {
        assertTrue(ids.add(incident.getId()));
        assertFalse(incident.getDisplayName().isBlank());
        assertNotNull(incident.getCreatedDateTime());
      }
      String next = page.getOdataNextLink();
      if (next == null) {
        break;
      }
      page = graph.security().incidents().withUrl(next).get();
    }
    assertTrue(ids.size() > 20, ids::toString);
  }

  @Test
  void expandsAlerts_withTheirKindsOfEvidence() {
    List<Incident> incidents =
        graph
            .security()
            .incidents()
            .get(
                request -> {
                  request.queryParameters.top = 50;
                  request.queryParameters.expand = new String[] {"alerts"};
                })
            .getValue();
    Set<Class<?>> kinds = new HashSet<>();
    incidents.stream()
        .flatMap(incident -> incident.getAlerts().stream())
        .flatMap(alert -> alert.getEvidence().stream())
        .map(AlertEvidence::getClass)
        .forEach(kinds::add);
    assertTrue(kinds.size() > 5, kinds::toString);
    assertFalse(kinds.contains(AlertEvidence.class), kinds::toString);
  }

  @Test
  void getsAndUpdatesOne() {
    String id =
        graph
            .security()
            .incidents()
            .get(
                request -> {
                  request.queryParameters.top = 1;
                  request.queryParameters.filter = "status eq 'active'";
                })
            .getValue()
            .get(0)
            .getId();
    assertEquals(id, graph.security().incidents().byIncidentId(id).get().getId());
    Incident change = new Incident();
    change.setStatus(IncidentStatus.Resolved);
    change.setAssignedTo("someone@northwhale.example");
    change.setCustomTags(List.of("from-the-sdk"));
    Incident changed = graph.security().incidents().byIncidentId(id).patch(change);
    assertEquals(IncidentStatus.Resolved, changed.getStatus());
    Incident read = graph.security().incidents().byIncidentId(id).get();
    assertEquals("someone@northwhale.example", read.getAssignedTo());
    assertEquals(List.of("from-the-sdk"), read.getCustomTags());
  }

  @Test
  void hunts() {
    HuntingQueryResults found =
        hunt("DeviceProcessEvents | summarize n = count() by DeviceName | top 5 by n");
    assertEquals(
        List.of("DeviceName", "n"), found.getSchema().stream().map(c -> c.getName()).toList());
    assertEquals(5, found.getResults().size());
    Map<String, Object> row = found.getResults().get(0).getAdditionalData();
    assertNotNull(row.get("DeviceName"));
    assertTrue(row.containsKey("n"), row::toString);
  }

  @Test
  void tellsErrorsApart() {
    ODataError unknown =
        assertThrows(ODataError.class, () -> graph.security().incidents().byIncidentId("1").get());
    assertEquals(404, unknown.getResponseStatusCode());
    ODataError wrong = assertThrows(ODataError.class, () -> hunt("Nowhere | take 1"));
    assertEquals(400, wrong.getResponseStatusCode());
    assertTrue(wrong.getError().getMessage().contains("'Nowhere'"), wrong.getError()::getMessage);
  }

  private static HuntingQueryResults hunt(String kql) {
    RunHuntingQueryPostRequestBody body = new RunHuntingQueryPostRequestBody();
    body.setQuery(kql);
    return graph.security().microsoftGraphSecurityRunHuntingQuery().post(body);
  }
}

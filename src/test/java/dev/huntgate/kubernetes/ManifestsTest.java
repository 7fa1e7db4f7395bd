package dev.huntgate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether the manifests fit each other, the image and the application. */
class ManifestsTest {

  private static final JsonNode DEPLOYMENT = only("Deployment");
  private static final JsonNode SERVICE = only("Service");
  private static final JsonNode POD = Manifests.pod(DEPLOYMENT);
  private static final JsonNode CONTAINER = POD.path("containers").path(0);

  @Test
  void lists_everyManifestInTheKustomization() {
    Set<String> listed =
        Manifests.all(only("Kustomization").path("resources"))
            .map(JsonNode::asText)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> present =
        Manifests.files().stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.equals("kustomization.yaml"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(present, listed);
  }

  @Test
  void names_aKindAndVersionInEveryDocument() {
    for (Path file : Manifests.files()) {
      for (JsonNode document : Manifests.documents(file)) {
        assertFalse(document.path("kind").asText().isEmpty(), file::toString);
        assertFalse(document.path("apiVersion").asText().isEmpty(), file::toString);
      }
    }
  }

  @Test
  void selects_thePodsOfTheDeployment() {
    JsonNode labels = DEPLOYMENT.at("/spec/template/metadata/labels");
    assertSelects(DEPLOYMENT.at("/spec/selector/matchLabels"), labels);
    assertSelects(SERVICE.at("/spec/selector"), labels);
  }

  @Test
  void reaches_thePortThatTheImageListensOn() throws IOException {
    JsonNode port = CONTAINER.path("ports").path(0);
    String image = Files.readString(Path.of("src/main/docker/Dockerfile.jvm"));
    assertTrue(image.contains("EXPOSE " + port.path("containerPort").asInt() + "\n"), image);
    assertEquals(port.path("name"), SERVICE.at("/spec/ports/0/targetPort"));
  }

  @Test
  void probes_theHealthOfTheSamePort() {
    assertProbe("startupProbe", "/q/health/started");
    assertProbe("livenessProbe", "/q/health/live");
    assertProbe("readinessProbe", "/q/health/ready");
  }

  @Test
  void runs_withoutRootAndWithoutWriting() throws IOException {
    JsonNode pod = POD.path("securityContext");
    JsonNode container = CONTAINER.path("securityContext");
    assertTrue(pod.path("runAsNonRoot").asBoolean());
    assertTrue(pod.path("runAsUser").asInt() > 0);
    assertTrue(container.path("readOnlyRootFilesystem").asBoolean());
    assertFalse(container.path("allowPrivilegeEscalation").asBoolean(true));
    assertEquals("ALL", container.at("/capabilities/drop/0").asText());
    String image = Files.readString(Path.of("src/main/docker/Dockerfile.jvm"));
    assertTrue(image.contains("USER " + pod.path("runAsUser").asInt()), image);
  }

  @Test
  void leaves_aPlaceForTheNativeLibrary() {
    JsonNode mount = CONTAINER.path("volumeMounts").path(0);
    JsonNode volume = POD.path("volumes").path(0);
    assertEquals("/tmp", mount.path("mountPath").asText());
    assertEquals(volume.path("name"), mount.path("name"));
    assertTrue(volume.path("emptyDir").isObject());
  }

  @Test
  void keeps_oneLedger() {
    assertEquals(1, DEPLOYMENT.at("/spec/replicas").asInt());
    assertEquals("Recreate", DEPLOYMENT.at("/spec/strategy/type").asText());
  }

  @Test
  void keeps_variablesOfServicesOut() {
    assertFalse(POD.path("enableServiceLinks").asBoolean(true));
  }

  private static void assertSelects(JsonNode selector, JsonNode labels) {
    assertFalse(selector.isEmpty());
    selector
        .fieldNames()
        .forEachRemaining(name -> assertEquals(selector.get(name), labels.get(name), name));
  }

  private static void assertProbe(String name, String path) {
    JsonNode request = CONTAINER.path(name).path("httpGet");
    assertEquals(path, request.path("path").asText());
    assertEquals(CONTAINER.at("/ports/0/name"), request.path("port"));
  }

  private static JsonNode only(String kind) {
    List<JsonNode> found = Manifests.ofKind(kind);
    assertEquals(1, found.size(), kind);
    return found.get(0);
  }
}

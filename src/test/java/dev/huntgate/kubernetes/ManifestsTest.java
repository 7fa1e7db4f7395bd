package dev.huntgate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huntgate.graphql.limit.GraphQlConfig;
import dev.huntgate.hunting.job.JobsConfig;
import dev.huntgate.upstream.LimitsConfig;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the manifests fit each other, the images and the application. */
class ManifestsTest {

  private static final JsonNode DEPLOYMENT = Manifests.in("base/deployment.yaml", "Deployment");
  private static final JsonNode SERVICE = Manifests.in("base/service.yaml", "Service");
  private static final JsonNode KNATIVE =
      Manifests.in("overlays/knative/service.yaml", "Service").at("/spec/template");
  private static final JsonNode VALKEY =
      Manifests.in("overlays/shared/valkey.yaml", "StatefulSet").at("/spec/template");
  private static final JsonNode POD = DEPLOYMENT.at("/spec/template/spec");
  private static final Map<String, String> SETTINGS = Manifests.settings();
  /* The application's own quarkus.shutdown.timeout. */
  private static final Duration REQUESTS_END = Duration.ofSeconds(10);

  static Stream<JsonNode> ours() {
    return Stream.of(POD, KNATIVE.path("spec"));
  }

  static Stream<JsonNode> pods() {
    return Stream.of(POD, KNATIVE.path("spec"), VALKEY.path("spec"));
  }

  @Test
  void selects_thePodsOfTheDeployment() {
    JsonNode labels = DEPLOYMENT.at("/spec/template/metadata/labels");
    assertSelects(DEPLOYMENT.at("/spec/selector/matchLabels"), labels);
    assertSelects(SERVICE.at("/spec/selector"), labels);
    for (String selector :
        List.of(
            "base/networkpolicy.yaml NetworkPolicy /spec/podSelector/matchLabels",
            "overlays/shared/disruption.yaml PodDisruptionBudget /spec/selector/matchLabels")) {
      String[] parts = selector.split(" ");
      assertSelects(Manifests.in(parts[0], parts[1]).at(parts[2]), labels);
    }
    assertSelects(
        Manifests.in("base/networkpolicy.yaml", "NetworkPolicy")
            .at("/spec/podSelector/matchLabels"),
        KNATIVE.at("/metadata/labels"));
  }

  @Test
  void scales_theDeployment() {
    JsonNode scaled =
        Manifests.in("overlays/shared/scaling.yaml", "HorizontalPodAutoscaler")
            .at("/spec/scaleTargetRef");
    assertEquals(DEPLOYMENT.path("kind"), scaled.path("kind"));
    assertEquals(DEPLOYMENT.at("/metadata/name"), scaled.path("name"));
  }

  @Test
  void reaches_thePortThatTheImageListensOn() throws IOException {
    for (String[] image :
        new String[][] {{"jvm", "huntgate:latest"}, {"native", "huntgate:native"}}) {
      String file = Files.readString(Path.of("src/main/docker/Dockerfile." + image[0]));
      JsonNode container =
          ours()
              .map(pod -> pod.at("/containers/0"))
              .filter(each -> each.path("image").asText().equals(image[1]))
              .findFirst()
              .orElseThrow();
      int port = container.at("/ports/0/containerPort").asInt();
      assertTrue(file.contains("EXPOSE " + port + "\n"), file);
      assertTrue(file.contains("-t " + image[1] + " "), file);
      assertTrue(file.contains("USER 1001"), file);
    }
    JsonNode name = POD.at("/containers/0/ports/0/name");
    assertEquals(name, SERVICE.at("/spec/ports/0/targetPort"));
    assertEquals(
        name,
        Manifests.in("base/networkpolicy.yaml", "NetworkPolicy")
            .at("/spec/ingress/0/ports/0/port"));
    assertEquals(
        SERVICE.at("/spec/ports/0/name"),
        Manifests.in("overlays/monitoring/servicemonitor.yaml", "ServiceMonitor")
            .at("/spec/endpoints/0/port"));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void probes_health(JsonNode pod) {
    JsonNode container = pod.at("/containers/0");
    Map<String, String> probes =
        Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");
    probes.forEach(
        (probe, path) -> {
          if (container.has(probe)) {
            assertEquals(path, container.path(probe).at("/httpGet/path").asText());
          }
        });
    assertTrue(container.has("livenessProbe") && container.has("readinessProbe"));
  }

  @ParameterizedTest
  @MethodSource("pods")
  void runs_withoutRootAndWithoutWriting(JsonNode pod) {
    JsonNode container = pod.at("/containers/0/securityContext");
    JsonNode user = container.has("runAsUser") ? container : pod.path("securityContext");
    assertTrue(user.path("runAsNonRoot").asBoolean());
    assertTrue(user.path("runAsUser").asInt() > 0);
    assertEquals("RuntimeDefault", user.at("/seccompProfile/type").asText());
    assertTrue(container.path("readOnlyRootFilesystem").asBoolean());
    assertFalse(container.path("allowPrivilegeEscalation").asBoolean(true));
    assertEquals("ALL", container.at("/capabilities/drop/0").asText());
    assertFalse(pod.path("enableServiceLinks").asBoolean(true));
    assertTrue(pod.at("/containers/0/resources/limits").has("memory"));
    assertTrue(pod.at("/containers/0/resources/requests").has("cpu"));
  }

  @ParameterizedTest
  @MethodSource("pods")
  void mounts_onlyVolumesThatItHas(JsonNode pod) {
    Set<String> volumes =
        Stream.concat(
                Manifests.all(pod.path("volumes")).map(volume -> volume.path("name").asText()),
                Manifests.ofKind("StatefulSet").stream()
                    .map(set -> set.at("/spec/volumeClaimTemplates/0/metadata/name").asText()))
            .collect(Collectors.toSet());
    Manifests.all(pod.at("/containers/0/volumeMounts"))
        .forEach(
            mount -> assertTrue(volumes.contains(mount.path("name").asText()), mount::toString));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void leaves_aPlaceForTemporaryFilesAndSavedHunts(JsonNode pod) {
    Set<String> places =
        Manifests.all(pod.at("/containers/0/volumeMounts"))
            .map(mount -> mount.path("mountPath").asText())
            .collect(Collectors.toSet());
    assertEquals(Set.of("/tmp", SETTINGS.get("HUNTGATE_SAVED_HUNTS_FOLDER")), places);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void gets_theSettingsAndTheAccount(JsonNode pod) {
    assertEquals("huntgate", pod.at("/containers/0/envFrom/0/configMapRef/name").asText());
    assertEquals(
        Manifests.in("base/secret.example.yaml", "Secret").at("/metadata/name"),
        pod.at("/containers/0/envFrom/1/secretRef/name"));
    assertEquals(
        Manifests.in("base/serviceaccount.yaml", "ServiceAccount").at("/metadata/name"),
        pod.path("serviceAccountName"));
  }

  @Test
  void keeps_oneLedger() {
    assertEquals(1, DEPLOYMENT.at("/spec/replicas").asInt());
    assertEquals("Recreate", DEPLOYMENT.at("/spec/strategy/type").asText());
    String shared = SETTINGS.get("HUNTGATE_SHARED_REDIS");
    JsonNode service = Manifests.in("overlays/shared/valkey.yaml", "Service");
    assertEquals(
        "redis://" + service.at("/metadata/name").asText() + ":" + service.at("/spec/ports/0/port"),
        shared);
    assertSelects(service.at("/spec/selector"), VALKEY.at("/metadata/labels"));
  }

  @Test
  void waits_longEnoughForWhatRuns() throws Exception {
    Duration ending =
        Duration.parse(SETTINGS.get("QUARKUS_SHUTDOWN_DELAY"))
            .plus(REQUESTS_END)
            .plus(byDefault(JobsConfig.class, "answerWithin"));
    assertTrue(
        ending.toSeconds() < POD.path("terminationGracePeriodSeconds").asInt(), ending::toString);
    long longest = byDefault(GraphQlConfig.class, "timeout").toSeconds();
    assertTrue(KNATIVE.at("/spec/responseStartTimeoutSeconds").asInt() > longest);
    assertTrue(
        KNATIVE.at("/spec/timeoutSeconds").asInt()
            > KNATIVE.at("/spec/responseStartTimeoutSeconds").asInt());
    assertTrue(longest > byDefault(JobsConfig.class, "answerWithin").toSeconds());
    Duration retention =
        Duration.parse(
            "PT"
                + KNATIVE
                    .at("/metadata/annotations")
                    .path("autoscaling.knative.dev/scale-to-zero-pod-retention-period")
                    .asText());
    assertTrue(retention.compareTo(byDefault(LimitsConfig.class, "huntTimeout")) > 0);
  }

  private static Duration byDefault(Class<?> mapping, String setting) throws Exception {
    return Duration.parse(mapping.getMethod(setting).getAnnotation(WithDefault.class).value());
  }

  private static void assertSelects(JsonNode selector, JsonNode labels) {
    assertFalse(selector.isEmpty());
    selector
        .fieldNames()
        .forEachRemaining(name -> assertEquals(selector.get(name), labels.get(name), name));
  }
}

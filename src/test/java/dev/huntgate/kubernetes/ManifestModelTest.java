package dev.huntgate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether every manifest is what Kubernetes, Knative or the Prometheus operator would take. */
class ManifestModelTest {

  private static final Set<String> OPERATIONS = Set.of("add", "remove", "replace");

  static Stream<Path> manifests() {
    return Manifests.files().stream()
        .filter(file -> !file.endsWith("kustomization.yaml"))
        .filter(file -> !isPatch(file));
  }

  static Stream<Path> patches() {
    return Manifests.files().stream().filter(ManifestModelTest::isPatch);
  }

  static Stream<Path> kustomizations() {
    return Manifests.files().stream().filter(file -> file.endsWith("kustomization.yaml"));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void hasOnlyFieldsThatExist(Path file) {
    Manifests.documents(file).forEach(StrictModel::read);
  }

  @Test
  void wouldFindAFieldThatDoesNotExist() {
    JsonNode deployment = Manifests.in("base/deployment.yaml", "Deployment").deepCopy();
    ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("privileged", true);
    assertThrows(IllegalArgumentException.class, () -> StrictModel.read(deployment));
  }

  @ParameterizedTest
  @MethodSource("patches")
  void patches_whatPatchesCan(Path file) {
    for (JsonNode operation : Manifests.documents(file)) {
      assertTrue(OPERATIONS.contains(operation.path("op").asText()), operation::toString);
      assertTrue(operation.path("path").asText().startsWith("/"), operation::toString);
    }
  }

  /* What no kustomization lists would be applied by nobody. */
  @ParameterizedTest
  @MethodSource("kustomizations")
  void lists_everyFileOfItsFolder(Path file) throws IOException {
    JsonNode kustomization = Manifests.documents(file).get(0);
    assertEquals("Kustomization", kustomization.path("kind").asText());
    Set<String> listed = new TreeSet<>();
    Manifests.all(kustomization.path("resources")).map(JsonNode::asText).forEach(listed::add);
    Manifests.all(kustomization.path("patches"))
        .filter(patch -> patch.has("path"))
        .forEach(patch -> listed.add(patch.path("path").asText()));
    Manifests.all(kustomization.path("configMapGenerator"))
        .flatMap(generator -> Manifests.all(generator.path("files")))
        .forEach(each -> listed.add(each.asText()));
    Set<String> others =
        listed.stream()
            .filter(name -> name.startsWith(".."))
            .collect(Collectors.toCollection(TreeSet::new));
    for (String other : others) {
      assertTrue(
          Files.exists(file.getParent().resolve(other).resolve("kustomization.yaml")), other);
    }
    listed.removeAll(others);
    assertEquals(present(file.getParent()), listed);
    assertFalse(listed.isEmpty());
  }

  /* A list of operations, which are read one by one. */
  private static boolean isPatch(Path file) {
    return Manifests.documents(file).get(0).has("op");
  }

  private static Set<String> present(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("kustomization.yaml"))
          .filter(name -> !name.endsWith(".example.yaml"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}

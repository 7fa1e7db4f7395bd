package dev.huntgate.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The YAML documents of the kubernetes folder. */
public final class Manifests {

  private static final Path FOLDER = Path.of("kubernetes");
  private static final YAMLMapper YAML = new YAMLMapper();

  private Manifests() {}

  /** Every YAML file of the folder and those below it. */
  public static List<Path> files() {
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      return paths.filter(path -> path.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents in a file. */
  public static List<JsonNode> documents(Path file) {
    try (MappingIterator<JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
      return documents.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not YAML", e);
    }
  }

  /** All documents of a kind. */
  public static List<JsonNode> ofKind(String kind) {
    return files().stream()
        .flatMap(file -> documents(file).stream())
        .filter(document -> document.path("kind").asText().equals(kind))
        .toList();
  }

  /** The containers of all deployments. */
  public static List<JsonNode> containers() {
    return ofKind("Deployment").stream()
        .flatMap(deployment -> all(pod(deployment).path("containers")))
        .toList();
  }

  /** The names of the variables that the containers are given. */
  public static List<String> variables() {
    return containers().stream()
        .flatMap(container -> all(container.path("env")))
        .map(variable -> variable.path("name").asText())
        .toList();
  }

  static JsonNode pod(JsonNode deployment) {
    return deployment.at("/spec/template/spec");
  }

  static Stream<JsonNode> all(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
  }
}

package dev.huntgate.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The YAML documents of the kubernetes folder. */
public final class Manifests {

  static final Path FOLDER = Path.of("kubernetes");
  private static final YAMLMapper YAML = new YAMLMapper();

  private Manifests() {}

  /** Every YAML file of the folder and those below it. */
  public static List<Path> files() {
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
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

  /** All documents of a kind, patches among them. */
  public static List<JsonNode> ofKind(String kind) {
    return files().stream()
        .flatMap(file -> documents(file).stream())
        .filter(document -> document.path("kind").asText().equals(kind))
        .toList();
  }

  /** The document of a kind in a file of the folder. */
  static JsonNode in(String file, String kind) {
    return documents(FOLDER.resolve(file)).stream()
        .filter(document -> document.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(file + " has no " + kind));
  }

  /** Every variable that some manifest gives to Huntgate, with the value that it has last. */
  public static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (JsonNode map : ofKind("ConfigMap")) {
      if (map.at("/metadata/name").asText().equals("huntgate")) {
        map.path("data")
            .properties()
            .forEach(
                entry -> {
                  if (!entry.getValue().isNull()) {
                    settings.put(entry.getKey(), entry.getValue().asText());
                  }
                });
      }
    }
    ofKind("Secret")
        .forEach(
            secret ->
                secret
                    .path("stringData")
                    .properties()
                    .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText())));
    return settings;
  }

  static Stream<JsonNode> all(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
  }
}

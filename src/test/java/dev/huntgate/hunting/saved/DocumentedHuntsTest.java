package dev.huntgate.hunting.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huntgate.kubernetes.Manifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The saved hunts that the documentation and the manifests show. */
class DocumentedHuntsTest {

  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
  private static final Pattern YAML = Pattern.compile("```yaml\n(name: .*?)```", Pattern.DOTALL);

  @Test
  void hasNothingWrong_inTheReadme() throws IOException {
    Matcher example = YAML.matcher(Files.readString(Path.of("README.md")));

    assertEquals(true, example.find());
    assertGood("logons-at-night.yaml", example.group(1));
  }

  @Test
  void hasNothingWrong_inTheConfigMap() {
    List<JsonNode> maps =
        Manifests.ofKind("ConfigMap").stream()
            .filter(map -> map.at("/metadata/name").asText().equals("huntgate-saved-hunts"))
            .toList();
    assertFalse(maps.isEmpty());
    maps.forEach(
        map ->
            map.path("data")
                .properties()
                .forEach(file -> assertGood(file.getKey(), file.getValue().asText())));
  }

  private static void assertGood(String file, String text) {
    FileReading reading =
        SavedHuntReader.read(
            new HuntFile(file, text.getBytes(StandardCharsets.UTF_8)),
            SavedHunt.Origin.FOLDER,
            NOW);
    assertEquals(List.of(), reading.problems());
    assertEquals(file, reading.hunt().name() + ".yaml");
  }
}

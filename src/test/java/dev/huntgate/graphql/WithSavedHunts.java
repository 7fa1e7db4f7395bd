package dev.huntgate.graphql;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The sandbox without limits, with a folder of saved hunts that is looked at each time. */
public class WithSavedHunts implements QuarkusTestProfile {

  static final Path FOLDER = Path.of("target", "saved-hunts").toAbsolutePath();

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      Files.createDirectories(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "huntgate.budget.preset", "unlimited",
        "huntgate.saved-hunts.folder", FOLDER.toString(),
        "huntgate.saved-hunts.check-every", "PT0S");
  }
}

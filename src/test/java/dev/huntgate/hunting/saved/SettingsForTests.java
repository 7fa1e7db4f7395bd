package dev.huntgate.hunting.saved;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings with a folder or without, and always with what ships. */
record SettingsForTests(Path path, Duration checkEvery) implements SavedHuntsConfig {

  static final Duration CHECK_EVERY = Duration.ofSeconds(5);

  SettingsForTests(Path path) {
    this(path, CHECK_EVERY);
  }

  @Override
  public Optional<String> folder() {
    return Optional.ofNullable(path).map(Path::toString);
  }

  @Override
  public boolean builtIn() {
    return true;
  }
}

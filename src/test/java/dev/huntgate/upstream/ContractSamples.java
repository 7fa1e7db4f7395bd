package dev.huntgate.upstream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Recorded and documented upstream bodies, where a working copy has them beside it. */
public final class ContractSamples {

  private static final Path FOLDER = Path.of("..", "shared", "contract");

  private ContractSamples() {}

  /** A sample's text; skips the test where there are no samples at all. */
  public static String text(String name) throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no contract samples here");
    return Files.readString(FOLDER.resolve(name));
  }

  /** The names of all samples; empty where there are none. */
  public static Optional<java.util.List<String>> names() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return Optional.empty();
    }
    try (var files = Files.list(FOLDER)) {
      return Optional.of(files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}

package dev.huntgate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the packaged jar that must not succeed. */
class RefusedStartIT {

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final long LIMIT_SECONDS = 60;

  @TempDir private Path empty;

  @Test
  void refuses_whenNothingIsConfigured() throws Exception {
    String said = refusal(Map.of());
    assertTrue(said.contains("HUNTGATE_SANDBOX"), said);
    assertTrue(said.contains("HUNTGATE_TENANTS_DEFAULT_TENANT_ID"), said);
  }

  @Test
  void refuses_aVariableThatIsNoSetting() throws Exception {
    String said = refusal(Map.of("HUNTGATE_SANDBOX", "true", "HUNTGATE_SANDBOXX", "true"));
    assertTrue(said.contains("HUNTGATE_SANDBOXX"), said);
  }

  @Test
  void refuses_theSandboxBesideATenant() throws Exception {
    String said =
        refusal(
            Map.of(
                "HUNTGATE_SANDBOX", "true",
                "HUNTGATE_TENANTS_DEFAULT_TENANT_ID", "directory.example",
                "HUNTGATE_TENANTS_DEFAULT_CLIENT_ID", "someone",
                "HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET", "no-one-says-this"));
    assertTrue(said.contains("HUNTGATE_SANDBOX"), said);
    assertFalse(said.contains("no-one-says-this"), said);
  }

  @Test
  void refuses_toServeATenantToOtherMachines() throws Exception {
    String said =
        refusal(
            Map.of(
                "QUARKUS_HTTP_HOST", "0.0.0.0",
                "HUNTGATE_TENANTS_DEFAULT_TENANT_ID", "directory.example",
                "HUNTGATE_TENANTS_DEFAULT_CLIENT_ID", "someone",
                "HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET", "no-one-says-this"));
    assertTrue(said.contains("127.0.0.1"), said);
    assertFalse(said.contains("no-one-says-this"), said);
  }

  private String refusal(Map<String, String> settings) throws IOException, InterruptedException {
    Path output = empty.resolve("output");
    ProcessBuilder start = new ProcessBuilder(JAVA.toString(), "-jar", JAR.toString());
    start.environment().keySet().removeIf(name -> name.matches("(HUNTGATE|QUARKUS)_.*"));
    start.environment().put("QUARKUS_HTTP_PORT", "0");
    start.environment().putAll(settings);
    // Away from the project, whose .env file or config folder would count, too.
    start.directory(empty.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = start.start();
    try {
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(output);
      assertTrue(ended, () -> "still runs: " + said);
      assertNotEquals(0, process.exitValue(), said);
      assertFalse(said.contains("\tat "), said);
      return said;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}

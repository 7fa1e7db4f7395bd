package dev.huntgate.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.FirstUserProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged jar and its schema, checked by what npm has for that. */
@QuarkusIntegrationTest
@TestProfile(ClientsIT.Unlimited.class)
class ClientsIT {

  /** The sandbox with a budget that two hundred jobs do not exhaust. */
  public static class Unlimited extends FirstUserProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("huntgate.budget.preset", "unlimited");
      return settings;
    }
  }

  /* Where the test framework has the packaged jar write. */
  private static final Path LOG = Path.of("target", "quarkus.log");
  private static final String SUITES = "js";
  private static final String EXAMPLE = "typescript";

  @TestHTTPResource("/")
  URI address;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    assertEquals(0, npm(SUITES, Map.of(), "ci"), "npm ci");
    assertEquals(0, npm(EXAMPLE, Map.of(), "ci"), "npm ci");
  }

  @Test
  void keepsTheRulesOfRelay() throws IOException, InterruptedException {
    assertEquals(0, npm(SUITES, Map.of(), "run", "lint"));
  }

  @Test
  void passesTheAuditsOfGraphqlOverHttp() throws IOException, InterruptedException {
    assertEquals(0, npm(SUITES, here(), "run", "audit"));
  }

  @Test
  void servesApolloClientAndGraphqlWs() throws IOException, InterruptedException {
    assertEquals(0, npm(SUITES, here(), "run", "clients"));
    String said = Files.readString(LOG);
    assertTrue(said.contains("Listening on"), "this is not the log of what was tested");
    assertFalse(said.contains("has been blocked"), "two hundred jobs held up an event loop");
  }

  @Test
  void servesTheTypeScriptOfTheDocumentation_generatedFromTheCommittedSchema()
      throws IOException, InterruptedException {
    assertEquals(0, npm(EXAMPLE, Map.of(), "run", "generate"));
    assertEquals(0, npm(EXAMPLE, Map.of(), "run", "check"), "tsc");
    assertEquals(0, npm(EXAMPLE, here(), "run", "client"));
  }

  private Map<String, String> here() {
    String root = address.toString();
    return Map.of("HUNTGATE_URL", root.endsWith("/") ? root.substring(0, root.length() - 1) : root);
  }

  private static int npm(String project, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    String log = "npm-" + project + "-" + arguments[arguments.length - 1] + ".log";
    Path said = Path.of("target", log).toAbsolutePath();
    ProcessBuilder npm = new ProcessBuilder(new ArrayList<>(List.of("npm")));
    // The streams of this process are Maven's way to talk to it.
    npm.directory(Path.of("src/client-test", project).toFile());
    npm.redirectErrorStream(true).redirectOutput(said.toFile());
    npm.command().addAll(List.of(arguments));
    npm.environment().putAll(environment);
    Process process = npm.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    assertTrue(ended, () -> String.join(" ", arguments) + " did not end");
    System.out.println(Files.readString(said));
    return process.exitValue();
  }
}

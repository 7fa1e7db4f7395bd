package dev.huntgate.upstream;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A Keycloak, unpacked by the build and started on this machine, with the realm {@code soc}.
 *
 * <p>The application under test and its profile may see it through different class loaders, so that
 * what they share is in system properties.
 */
final class KeycloakServer implements AutoCloseable {

  static final String REALM = "soc";
  static final String AUDIENCE = "api://huntgate";

  private static final Path UNPACKED = Path.of("target/keycloak").toAbsolutePath();
  private static final String PORT = "keycloak-for-tests.port";
  private static final Duration START = Duration.ofMinutes(4);

  private final Process process;

  private KeycloakServer(Process process) {
    this.process = process;
  }

  /** The address of the realm, which is the issuer's. */
  static URI issuer() {
    return URI.create("http://127.0.0.1:" + port() + "/realms/" + REALM);
  }

  static URI tokenUri() {
    return URI.create(issuer() + "/protocol/openid-connect/token");
  }

  /**
   * Starts it, and waits until it answers.
   *
   * @param certificate whose holder the client {@code signing} is
   */
  static KeycloakServer start(byte[] certificate) throws IOException {
    Path home;
    try (var folders = Files.list(UNPACKED)) {
      home = folders.filter(folder -> Files.isDirectory(folder.resolve("bin"))).findFirst().get();
    }
    deleteData(home.resolve("data"));
    Path imported = Files.createDirectories(home.resolve("data/import"));
    try (InputStream realm = KeycloakServer.class.getResourceAsStream("/keycloak/soc.json")) {
      String text = new String(realm.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          imported.resolve("soc.json"),
          text.replace("@CERTIFICATE@", Base64.getEncoder().encodeToString(certificate)));
    }
    ProcessBuilder start =
        new ProcessBuilder(
            "/bin/bash",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port());
    start.environment().put("JAVA_HOME", System.getProperty("java.home"));
    start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    start.environment().keySet().removeIf(name -> name.matches("(KC|QUARKUS|HUNTGATE)_.*"));
    Path output = UNPACKED.resolve("output");
    start.redirectErrorStream(true).redirectOutput(output.toFile());
    KeycloakServer server = new KeycloakServer(start.start());
    await()
        .atMost(START)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> server.answers() || !server.process.isAlive());
    if (!server.process.isAlive()) {
      throw new IllegalStateException("Keycloak did not start: " + Files.readString(output));
    }
    return server;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answers() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
              .build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int port() {
    Object port =
        System.getProperties()
            .computeIfAbsent(
                PORT,
                absent -> {
                  try (ServerSocket socket =
                      new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    return Integer.toString(socket.getLocalPort());
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    return Integer.parseInt(port.toString());
  }

  /* What an earlier run left would win over the realm that is imported. */
  private static void deleteData(Path data) throws IOException {
    if (Files.exists(data)) {
      Path old = Files.createTempDirectory(UNPACKED, "old");
      Files.move(data, old, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

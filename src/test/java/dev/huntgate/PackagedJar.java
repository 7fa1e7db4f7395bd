package dev.huntgate;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the packaged jar, with an operator's settings and none of the build's. */
public final class PackagedJar implements AutoCloseable {

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final Pattern LISTENING = Pattern.compile("Listening on: http://[0-9.]+:(\\d+)");

  private final Process process;
  private final Path output;

  private PackagedJar(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts the jar.
   *
   * @param empty a folder away from the project, whose .env file or config folder would count, too
   */
  public static PackagedJar start(Path empty, Map<String, String> settings) throws IOException {
    Path output = empty.resolve("output");
    ProcessBuilder start = new ProcessBuilder(JAVA.toString(), "-jar", JAR.toString());
    start.environment().keySet().removeIf(name -> name.matches("(HUNTGATE|QUARKUS)_.*"));
    start.environment().put("QUARKUS_HTTP_PORT", "0");
    start.environment().putAll(settings);
    start.directory(empty.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    return new PackagedJar(start.start(), output);
  }

  Process process() {
    return process;
  }

  /** What the process has written so far. */
  public String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it listens, and returns its address on this machine. */
  public URI address() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> LISTENING.matcher(said()).find() || !process.isAlive());
    Matcher listening = LISTENING.matcher(said());
    if (!listening.find()) {
      throw new IllegalStateException(said());
    }
    return URI.create("http://127.0.0.1:" + listening.group(1));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}

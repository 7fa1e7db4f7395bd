package dev.huntgate;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of the packaged application, with an operator's settings and none of the build's.
 *
 * <p>The sandbox is always that of the jar. What is under test can be another form of Huntgate: the
 * system property {@code huntgate.under-test} names a jar or an executable.
 */
public final class PackagedJar implements AutoCloseable {

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Path UNDER_TEST = underTest();
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
    return start(JAR, empty, settings);
  }

  /** Starts what is under test, which need not have a sandbox: the jar unless said otherwise. */
  public static PackagedJar startUnderTest(Path empty, Map<String, String> settings)
      throws IOException {
    return start(UNDER_TEST, empty, settings);
  }

  private static PackagedJar start(Path packaged, Path empty, Map<String, String> settings)
      throws IOException {
    Path output = empty.resolve("output");
    List<String> command =
        packaged.toString().endsWith(".jar")
            ? List.of(JAVA.toString(), "-jar", packaged.toString())
            : List.of(packaged.toString());
    ProcessBuilder start = new ProcessBuilder(command);
    start.environment().keySet().removeIf(name -> name.matches("(HUNTGATE|QUARKUS)_.*"));
    start.environment().put("QUARKUS_HTTP_PORT", "0");
    start.environment().putAll(settings);
    start.directory(empty.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    return new PackagedJar(start.start(), output);
  }

  /** The process itself. */
  public Process process() {
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

  private static Path underTest() {
    String named = System.getProperty("huntgate.under-test", "");
    return named.isBlank() ? JAR : Path.of(named).toAbsolutePath();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}

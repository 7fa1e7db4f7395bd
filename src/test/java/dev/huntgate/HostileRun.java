package dev.huntgate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attacks on the packaged jar with 256 MB of heap, and how somebody else fares meanwhile. */
public final class HostileRun implements AutoCloseable {

  private static final String GOOD = "{\"query\":\"{ quota { operation state } }\"}";
  private static final int BODY = 50 << 20;
  private static final int ATTACKERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * How a good request fared during one attack.
   *
   * @param attacks how many attacks there were
   * @param p50 of the good requests, in ms; {@code p99} likewise
   * @param residentMegabytes of the server at the end of the attack
   * @param openFiles of the server at the end of the attack, connections among them
   */
  public record Figures(
      String attack,
      int attacks,
      int good,
      double p50,
      double p99,
      long residentMegabytes,
      long openFiles) {}

  private interface Attack {
    void once() throws IOException, InterruptedException;
  }

  private final PackagedJar jar;
  private final URI graphql;
  private final Duration each;
  private final int sockets;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<AutoCloseable> open = new ArrayList<>();

  /**
   * Starts the jar with the sandbox.
   *
   * @param folder an empty folder
   * @param each how long each attack goes on
   * @param sockets how many idle WebSockets and slow bodies there are
   */
  public HostileRun(Path folder, Duration each, int sockets) throws IOException {
    this.each = each;
    this.sockets = sockets;
    this.jar =
        PackagedJar.start(
            folder, Map.of("HUNTGATE_SANDBOX", "true", "JAVA_TOOL_OPTIONS", "-Xmx256m"));
    this.graphql = jar.address().resolve("/graphql");
  }

  /** Runs all attacks, one after the other; the first and last figures are of none. */
  public List<Figures> attack() throws Exception {
    List<Figures> figures = new ArrayList<>();
    during("none, to warm up", () -> TimeUnit.MILLISECONDS.sleep(10));
    figures.add(during("none", () -> TimeUnit.MILLISECONDS.sleep(10)));
    Random random = new Random(1);
    figures.add(during("bodies that are not JSON", () -> post(noise(random), 400)));
    for (Map.Entry<String, String> document : documents().entrySet()) {
      figures.add(during(document.getKey(), () -> post(document.getValue().getBytes(UTF_8), 200)));
    }
    figures.add(during("bodies of 50 MB that say so", () -> tooLong(true)));
    figures.add(during("bodies of 50 MB in chunks", () -> tooLong(false)));
    figures.add(during("thousands of headers", this::headers));
    figures.add(withAll("slow bodies", () -> slow(), () -> open.forEach(HostileRun::drip)));
    figures.add(withAll("idle WebSockets", () -> idle(), () -> {}));
    figures.add(during("none, afterwards", () -> TimeUnit.MILLISECONDS.sleep(10)));
    return figures;
  }

  /** What the server logged. */
  public String said() {
    return jar.said();
  }

  @Override
  public void close() throws Exception {
    closeAll();
    jar.close();
  }

  private static Map<String, String> documents() {
    String nested = "{ a ".repeat(1_000) + "}".repeat(1_000);
    String doubling =
        "{ ...F0 } "
            + IntStream.range(0, 60)
                .mapToObj(i -> "fragment F%d on Query { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(" "))
            + " fragment F60 on Query { __typename }";
    return Map.of(
        "deep documents", request("{ quota " + nested + " }"),
        "wide documents", request("{ " + "quota { state } ".repeat(4_000) + "}"),
        "aliases", request("{ " + many(3_000, "a%d: __typename ") + "}"),
        "directives", request("{ __typename " + "@skip(if: false) ".repeat(2_000) + "}"),
        "fragments in a circle",
            request("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
        "fragments that double", request(doubling));
  }

  private static String many(int count, String part) {
    return IntStream.range(0, count).mapToObj(part::formatted).collect(Collectors.joining());
  }

  private static String request(String document) {
    return "{\"query\":\"" + document + "\"}";
  }

  private Figures during(String name, Attack attack) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger attacks = new AtomicInteger();
    ExecutorService attackers = Executors.newFixedThreadPool(ATTACKERS);
    try {
      List<Future<?>> running =
          Stream.generate(
                  () ->
                      attackers.submit(
                          () -> {
                            while (!over.get()) {
                              attack.once();
                              attacks.incrementAndGet();
                            }
                            return null;
                          }))
              .limit(ATTACKERS)
              .collect(Collectors.toList());
      List<Double> times = good(() -> {});
      over.set(true);
      for (Future<?> one : running) {
        one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      return figures(name, attacks.get(), times);
    } finally {
      attackers.shutdownNow();
    }
  }

  private Figures withAll(String name, Attack openOne, Runnable meanwhile) throws Exception {
    for (int i = 0; i < sockets; i++) {
      openOne.once();
    }
    Figures figures = figures(name, sockets, good(meanwhile));
    closeAll();
    return figures;
  }

  private void closeAll() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    open.clear();
  }

  private List<Double> good(Runnable meanwhile) throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + each.toNanos();
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      post(GOOD.getBytes(UTF_8), 200);
      times.add((System.nanoTime() - start) / 1e6);
      meanwhile.run();
      TimeUnit.MILLISECONDS.sleep(5);
    }
    times.sort(Comparator.naturalOrder());
    return times;
  }

  private Figures figures(String name, int attacks, List<Double> times) throws IOException {
    Path process = Path.of("/proc", Long.toString(jar.process().pid()));
    long resident =
        Files.readAllLines(process.resolve("status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElseThrow();
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return new Figures(
          name,
          attacks,
          times.size(),
          times.get(times.size() / 2),
          times.get(times.size() * 99 / 100),
          resident,
          files.count());
    }
  }

  private void post(byte[] body, int status) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(graphql)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[1 + random.nextInt(4_000)];
    random.nextBytes(noise);
    noise[0] = '{';
    return noise;
  }

  /* The server answers or hangs up before it has read all of it. */
  private void tooLong(boolean declared) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head(declared ? "Content-Length: " + BODY : "Transfer-Encoding: chunked"));
      byte[] piece = new byte[1 << 16];
      for (int sent = 0; sent < BODY; sent += piece.length) {
        if (!declared) {
          out.write("10000\r\n".getBytes(UTF_8));
        }
        out.write(piece);
        if (!declared) {
          out.write("\r\n".getBytes(UTF_8));
        }
        if (socket.getInputStream().available() > 0) {
          return;
        }
      }
      throw new IllegalStateException("The server has read 50 MB");
    } catch (IOException hungUp) {
      return;
    }
  }

  private void headers() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head(many(5_000, "X-Header-%d: something\r\n") + "X: y"));
      byte[] answer = new byte[1024];
      int length = socket.getInputStream().read(answer);
      String line = length < 0 ? "" : new String(answer, 0, length, UTF_8);
      if (line.startsWith("HTTP/1.1 200")) {
        throw new IllegalStateException("The server takes thousands of headers");
      }
    } catch (IOException hungUp) {
      return;
    }
  }

  private void slow() throws IOException {
    SocketChannel channel = channel();
    channel.write(ByteBuffer.wrap(head("Content-Length: 1000000")));
    open.add(channel);
  }

  private static void drip(AutoCloseable channel) {
    try {
      ((SocketChannel) channel).write(ByteBuffer.wrap(new byte[] {' '}));
    } catch (IOException hungUp) {
      // Then it is no burden any more.
    }
  }

  private void idle() throws IOException {
    SocketChannel channel = channel();
    channel.write(
        ByteBuffer.wrap(
            ("GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                .getBytes(UTF_8)));
    ByteBuffer answer = ByteBuffer.allocate(512);
    channel.read(answer);
    if (!new String(answer.array(), 0, answer.position(), UTF_8).contains(" 101 ")) {
      throw new IllegalStateException("No WebSocket: " + new String(answer.array(), UTF_8));
    }
    channel.write(frame("{\"type\":\"connection_init\"}"));
    open.add(channel);
  }

  /* A text frame of a client's, masked with zeros. */
  private static ByteBuffer frame(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(6 + bytes.length);
    frame.put((byte) 0x81).put((byte) (0x80 | bytes.length)).putInt(0).put(bytes).flip();
    return frame;
  }

  private byte[] head(String header) {
    return ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + header
            + "\r\n\r\n")
        .getBytes(UTF_8);
  }

  private SocketChannel channel() throws IOException {
    return SocketChannel.open(new InetSocketAddress("127.0.0.1", graphql.getPort()));
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", graphql.getPort());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }
}

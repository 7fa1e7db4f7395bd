package dev.huntgate.export;

import dev.huntgate.result.Column;
import dev.huntgate.result.ColumnType;
import dev.huntgate.result.JsonText;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultBuilder;
import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * How fast files come out: made alone on one core, and through HTTP to one client, beside the same
 * number of bytes that were ready before.
 *
 * <p>The result has 100,000 rows and 20 columns with cardinalities like those of device events.
 */
public final class ExportLoad {

  private static final int ROWS = 100_000;
  private static final int ROUNDS = 10;
  private static final int WARM_UP = 3;
  private static final double MEGA = 1e6;
  private static final int READ_BYTES = 256 * 1024;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("Timestamp", ColumnType.DATETIME),
          new Column("DeviceId", ColumnType.STRING),
          new Column("DeviceName", ColumnType.STRING),
          new Column("ActionType", ColumnType.STRING),
          new Column("FileName", ColumnType.STRING),
          new Column("FolderPath", ColumnType.STRING),
          new Column("SHA1", ColumnType.STRING),
          new Column("SHA256", ColumnType.STRING),
          new Column("ProcessId", ColumnType.LONG),
          new Column("ProcessCommandLine", ColumnType.STRING),
          new Column("ProcessCreationTime", ColumnType.DATETIME),
          new Column("AccountName", ColumnType.STRING),
          new Column("AccountSid", ColumnType.STRING),
          new Column("LogonId", ColumnType.LONG),
          new Column("InitiatingProcessFileName", ColumnType.STRING),
          new Column("InitiatingProcessCommandLine", ColumnType.STRING),
          new Column("IsAdmin", ColumnType.BOOL),
          new Column("Score", ColumnType.REAL),
          new Column("ReportId", ColumnType.LONG),
          new Column("AdditionalFields", ColumnType.DYNAMIC));

  private final Rows rows;
  private final Map<String, byte[]> ready;

  private ExportLoad(Rows rows) {
    this.rows = rows;
    this.ready = Map.of("csv", made("csv", false), "ndjson", made("ndjson", false));
  }

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    ExportLoad load = new ExportLoad(result().rows());
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request -> load.answer(vertx, request))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    System.out.printf("%-22s %10s %10s%n", "file", "MB", "MB/s");
    for (String form : List.of("csv", "ndjson")) {
      for (boolean gzipped : List.of(false, true)) {
        String name = form + (gzipped ? " gzip" : "");
        long plain = load.ready.get(form).length;
        print(name + ", made", plain, best(() -> load.made(form, gzipped).length));
        String path = "/" + form + (gzipped ? "?gzip" : "");
        print(name + ", by HTTP", plain, best(() -> read(server.actualPort(), path)));
      }
      long plain = load.ready.get(form).length;
      String path = "/ready/" + form;
      print(form + ", ready, by HTTP", plain, best(() -> read(server.actualPort(), path)));
    }
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private interface Run {
    long bytes() throws IOException;
  }

  private static double best(Run run) throws IOException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      long began = System.nanoTime();
      if (run.bytes() == 0) {
        throw new IllegalStateException("Nothing came");
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      best = i < WARM_UP ? best : Math.min(best, seconds);
    }
    return best;
  }

  private static void print(String name, long bytes, double seconds) {
    System.out.printf("%-22s %10.1f %10.0f%n", name, bytes / MEGA, bytes / MEGA / seconds);
  }

  private Pieces pieces(String form, boolean gzipped) {
    RowWriter writer =
        form.equals("csv") ? new CsvWriter(rows, FormulaCells.ESCAPE) : new NdjsonWriter(rows);
    return new Pieces(writer, 0, rows.size(), gzipped);
  }

  private byte[] made(String form, boolean gzipped) {
    try (Pieces pieces = pieces(form, gzipped)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream(1 << 26);
      for (byte[] piece = pieces.next(); piece != null; piece = pieces.next()) {
        all.writeBytes(piece);
      }
      return all.toByteArray();
    }
  }

  private void answer(Vertx vertx, HttpServerRequest request) {
    request.response().setChunked(true);
    Downloader client = new Downloader(vertx, request.response(), Duration.ofMinutes(1));
    Context context = vertx.getOrCreateContext();
    String form = request.path().substring(request.path().lastIndexOf('/') + 1);
    Pieces pieces =
        request.path().startsWith("/ready/")
            ? new Pieces(new Ready(ready.get(form)), 0, Ready.pieces(ready.get(form)), false)
            : pieces(form, "gzip".equals(request.query()));
    Download download =
        new Download(pieces, client, work -> context.executeBlocking(work, false), client::forget);
    request.response().closeHandler(gone -> download.leave());
    download.begin();
  }

  /** The same bytes, without making them. */
  private record Ready(byte[] all) implements RowWriter {

    private static final int PIECE = 64 * 1024;

    static int pieces(byte[] all) {
      return (all.length + PIECE - 1) / PIECE;
    }

    @Override
    public void begin(Utf8Buffer out) {}

    @Override
    public void row(int index, Utf8Buffer out) {
      int from = index * PIECE;
      out.append(all, from, Math.min(PIECE, all.length - from));
    }
  }

  private static long read(int port, String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[READ_BYTES];
      long sum = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sum += read;
      }
      return sum;
    }
  }

  private static Result result() {
    Random random = new Random(5);
    ResultBuilder builder = new ResultBuilder(COLUMNS);
    Instant start = Instant.parse("2026-03-01T00:00:00Z");
    for (int i = 0; i < ROWS; i++) {
      int device = skewed(random, 2_000);
      int program = skewed(random, 600);
      int account = skewed(random, 800);
      int parent = skewed(random, 120);
      Instant time = start.plusNanos(i * 23_456_700L);
      builder.add(
          new Object[] {
            time,
            hex(device, 40),
            "device-" + device + ".corp.contoso.example",
            random.nextInt(4) > 0 ? "ProcessCreated" : "OpenProcessApiCall",
            "program" + program + ".exe",
            "C:\\Program Files\\Vendor " + program % 40 + "\\program" + program + ".exe",
            random.nextInt(20) == 0 ? null : hex(program, 40),
            random.nextInt(20) == 0 ? null : hex(program, 64),
            (long) random.nextInt(65_536),
            commandLine(random, program),
            time.minusMillis(random.nextInt(1_000)),
            "user" + account,
            "S-1-5-21-1004336348-1177238915-682003330-" + (1_000 + account),
            random.nextInt(3) == 0 ? null : (long) random.nextInt(1_000_000),
            "parent" + parent + ".exe",
            commandLine(new Random(parent * 31L + random.nextInt(30)), parent),
            random.nextInt(10) == 0,
            random.nextInt(1_000) / 10.0,
            (long) i,
            random.nextInt(3) == 0
                ? null
                : new JsonText(
                    "{\"ProcessTokenElevation\":\"TokenElevationTypeDefault\",\"Session\":"
                        + random.nextInt(50)
                        + "}")
          });
    }
    return builder.build();
  }

  private static String commandLine(Random random, int program) {
    Function<Integer, String> word = most -> Integer.toHexString(random.nextInt(most));
    return "\"C:\\Program Files\\Vendor\\program"
        + program
        + ".exe\" --type=renderer,"
        + word.apply(12)
        + " --field-trial-handle="
        + word.apply(1 << 20)
        + " --launch-time-ticks="
        + word.apply(1 << 24);
  }

  private static int skewed(Random random, int most) {
    return (int) (most * Math.pow(random.nextDouble(), 3));
  }

  private static String hex(int number, int digits) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }
}

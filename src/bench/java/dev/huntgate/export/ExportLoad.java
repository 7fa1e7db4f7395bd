package dev.huntgate.export;

import dev.huntgate.bench.ReferenceResult;
import dev.huntgate.result.Result;
import dev.huntgate.result.Rows;
import dev.huntgate.result.Utf8Buffer;
import dev.huntgate.upstream.HuntingBodies;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How fast files come out: made alone on one core, and through HTTP to one client, beside the same
 * number of bytes that were ready before.
 *
 * <p>The result is the {@link ReferenceResult}. Needs a heap of 1 GB. {@code -Drounds}, ten unless
 * given, is how often each is done.
 */
public final class ExportLoad {

  private static final int ROUNDS = Integer.getInteger("rounds", 10);
  private static final int WARM_UP = Math.min(3, ROUNDS);
  private static final double MEGA = 1e6;
  private static final int READ_BYTES = 256 * 1024;

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
        new Download(
            pieces,
            client,
            work -> context.executeBlocking(work, false),
            failure -> client.forget());
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

  private static Result result() throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream(1 << 27);
    new ReferenceResult().writeTo(json);
    return HuntingBodies.read(new ByteArrayInputStream(json.toByteArray()));
  }
}

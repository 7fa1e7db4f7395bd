package dev.huntgate.export;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downloads over real sockets, whose other ends stop reading, or go away. */
class DownloaderTest {

  private static final int ROW_BYTES = 10_000;
  private static final int ROWS = 20_000;
  /* Well above what sockets hold on both sides, and well below the file. */
  private static final int MOST_ROWS_AHEAD = 5_000;
  private static final Duration PATIENT = Duration.ofMinutes(10);

  private final Vertx vertx = Vertx.vertx();
  private final CountedRows rows = new CountedRows(ROW_BYTES);
  private final AtomicInteger waits = new AtomicInteger();
  private final AtomicInteger ends = new AtomicInteger();
  private Duration stalledAfter = PATIENT;
  private HttpClient http;
  private int port;

  @BeforeEach
  void serve() throws Exception {
    port =
        done(vertx.createHttpServer().requestHandler(this::download).listen(0, "127.0.0.1"))
            .actualPort();
    http = vertx.createHttpClient();
  }

  @AfterEach
  void stop() throws Exception {
    done(vertx.close());
  }

  @Test
  void waitsForAClient_thatStopsReading() throws Exception {
    HttpClientResponse response = pausedResponse();
    await().until(() -> waits.get() > 0);

    assertTrue(rows.written() < MOST_ROWS_AHEAD, rows.written() + " rows were made ahead");

    AtomicLong received = new AtomicLong();
    response.handler(piece -> received.addAndGet(piece.length()));
    response.resume();
    done(response.end());
    assertEquals(CountedRows.HEAD_BYTES + (long) ROWS * ROW_BYTES, received.get());
    assertEquals(1, ends.get());
  }

  @Test
  void endsTheWork_whenAClientGoesAway() throws Exception {
    HttpClientResponse response = pausedResponse();
    await().until(() -> waits.get() > 0);

    response.request().connection().close();

    await().until(() -> ends.get() == 1);
    assertTrue(rows.written() < ROWS);
  }

  @Test
  void givesUpAClient_thatTakesNothingForTooLong() throws Exception {
    stalledAfter = Duration.ofMillis(50);
    pausedResponse();

    await().until(() -> ends.get() == 1);

    assertTrue(rows.written() < MOST_ROWS_AHEAD, rows.written() + " rows were made ahead");
  }

  private void download(HttpServerRequest request) {
    Context context = vertx.getOrCreateContext();
    request.response().setChunked(true);
    Downloader client = new Downloader(vertx, request.response(), stalledAfter);
    Download download =
        new Download(
            new Pieces(rows, 0, ROWS, false),
            counting(client),
            work -> context.executeBlocking(work, false),
            failure -> {
              client.forget();
              ends.incrementAndGet();
            });
    request.response().closeHandler(gone -> download.leave());
    download.begin();
  }

  private Download.Client counting(Download.Client client) {
    return new Download.Client() {
      @Override
      public void write(byte[] piece) {
        client.write(piece);
      }

      @Override
      public boolean isFull() {
        return client.isFull();
      }

      @Override
      public void whenDrained(Runnable next, Runnable stalled) {
        client.whenDrained(next, stalled);
        waits.incrementAndGet();
      }

      @Override
      public void end() {
        client.end();
      }

      @Override
      public void reset() {
        client.reset();
      }
    };
  }

  private HttpClientResponse pausedResponse() throws Exception {
    return done(
        http.request(HttpMethod.GET, port, "127.0.0.1", "/")
            .compose(request -> request.send().onSuccess(HttpClientResponse::pause)));
  }

  private static <T> T done(io.vertx.core.Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}

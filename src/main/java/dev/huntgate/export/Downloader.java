package dev.huntgate.export;

import io.netty.buffer.Unpooled;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * A client of a download over HTTP.
 *
 * <p>One that takes nothing for too long is given up: as long as it is waited for, it holds the
 * result in memory.
 */
final class Downloader implements Download.Client {

  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final HttpServerResponse response;
  private final Duration stalledAfter;
  private long timer = NO_TIMER;

  Downloader(Vertx vertx, HttpServerResponse response, Duration stalledAfter) {
    this.vertx = vertx;
    this.response = response;
    this.stalledAfter = stalledAfter;
  }

  @Override
  public void write(byte[] piece) {
    response.write(Buffer.buffer(Unpooled.wrappedBuffer(piece)));
  }

  @Override
  public boolean isFull() {
    return response.writeQueueFull();
  }

  @Override
  public void whenDrained(Runnable next, Runnable stalled) {
    timer = vertx.setTimer(stalledAfter.toMillis(), late -> stalled.run());
    response.drainHandler(
        drained -> {
          response.drainHandler(null);
          forget();
          next.run();
        });
  }

  @Override
  public void end() {
    response.end();
  }

  @Override
  public void reset() {
    response.reset();
  }

  /** The client is gone, or has got everything. */
  void forget() {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }
}

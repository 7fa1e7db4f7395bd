package dev.huntgate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.FailureCode;
import dev.huntgate.result.Utf8Buffer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DownloadTest {

  private static final int ROW_BYTES = 1_000;
  private static final int ROWS_A_PIECE = 66;
  private static final int AHEAD = 1;

  private final CountedRows rows = new CountedRows(ROW_BYTES);
  private final Taker client = new Taker();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private int ends;
  private @Nullable FailureCode failure;

  @Test
  void makesNoMoreThanTheClientHasRoomFor() {
    Download download = download(rows, 10_000);

    download.begin();
    runAll();
    assertEquals((Taker.ROOM + AHEAD) * ROWS_A_PIECE, rows.written());

    for (int taken = 1; taken <= 20; taken++) {
      client.drain();
      runAll();
      assertEquals(((1 + taken) * Taker.ROOM + AHEAD) * ROWS_A_PIECE, rows.written());
    }
    assertEquals(0, ends);
  }

  @Test
  void bringsTheWholeFile() {
    Download download = download(rows, 1_000);

    download.begin();
    while (!client.ended) {
      runAll();
      client.drain();
    }

    assertEquals(CountedRows.HEAD_BYTES + 1_000 * ROW_BYTES, client.bytes);
    assertEquals(1, ends);
    download.leave();
    assertEquals(1, ends);
    assertNull(failure);
  }

  @Test
  void makesOnePieceAtATime_howeverOftenItIsToldToBegin() {
    Download download = download(rows, 10_000);

    download.begin();
    download.begin();

    assertEquals(1, work.size());
  }

  @Test
  void makesNothingMore_whenTheClientIsGone() {
    Download download = download(rows, 10_000);
    download.begin();
    runAll();
    int written = rows.written();

    download.leave();
    client.drain();
    runAll();

    assertEquals(written, rows.written());
    assertEquals(1, ends);
    assertEquals(FailureCode.CANCELLED, failure);
    assertFalse(client.ended);
  }

  @Test
  void givesUp_whenTheClientTakesNothingForTooLong() {
    download(rows, 10_000).begin();
    runAll();
    int written = rows.written();

    client.tooLate.run();
    client.drain();
    runAll();

    assertEquals(written, rows.written());
    assertTrue(client.reset);
    assertFalse(client.ended);
    assertEquals(1, ends);
    assertEquals(FailureCode.CANCELLED, failure);
  }

  @Test
  void dropsAPiece_thatWasBeingMadeWhenTheClientLeft() {
    Pieces pieces = new Pieces(rows, 0, 10_000, true);
    Download download = download(pieces);
    download.begin();

    download.leave();
    assertEquals(1, ends);
    runAll();

    assertEquals(0, client.bytes);
    assertNull(pieces.next(), "the pieces were not closed");
  }

  @Test
  void letsTheClientKnow_whenTheFileBreaksOff() {
    RowWriter breaking =
        new CountedRows(ROW_BYTES) {
          @Override
          public void row(int index, Utf8Buffer out) {
            if (index == 2 * ROWS_A_PIECE) {
              throw new IllegalStateException("broken");
            }
            super.row(index, out);
          }
        };

    download(breaking, 10_000).begin();
    runAll();
    client.drain();
    runAll();

    assertTrue(client.reset);
    assertFalse(client.ended);
    assertEquals(1, ends);
    assertEquals(FailureCode.INTERNAL, failure);
  }

  @Test
  void letsTheClientKnow_whenNobodyIsThereToWork() {
    Download download =
        new Download(
            new Pieces(rows, 0, 10, false),
            client,
            refused -> {
              throw new IllegalStateException("no worker");
            },
            this::over);

    download.begin();

    assertTrue(client.reset);
    assertEquals(1, ends);
  }

  private void over(@Nullable FailureCode why) {
    ends++;
    failure = why;
  }

  private Download download(RowWriter writer, int to) {
    return download(new Pieces(writer, 0, to, false));
  }

  private Download download(Pieces pieces) {
    return new Download(pieces, client, this::later, this::over);
  }

  private Future<byte[]> later(Callable<byte[]> make) {
    Promise<byte[]> made = Promise.promise();
    work.add(
        () -> {
          try {
            made.complete(make.call());
          } catch (Exception thrown) {
            made.fail(thrown);
          }
        });
    return made.future();
  }

  private void runAll() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  /** A client that takes a few pieces, and then nothing until it is told to. */
  private static final class Taker implements Download.Client {

    static final int ROOM = 3;

    private int held;
    private Runnable next;
    Runnable tooLate = () -> {};
    int bytes;
    boolean ended;
    boolean reset;

    void drain() {
      Runnable waiting = next;
      next = null;
      held = 0;
      if (waiting != null) {
        waiting.run();
      }
    }

    @Override
    public void write(byte[] piece) {
      assertTrue(held < ROOM, "given more than it has room for");
      held++;
      bytes += piece.length;
    }

    @Override
    public boolean isFull() {
      return held == ROOM;
    }

    @Override
    public void whenDrained(Runnable callback, Runnable stalled) {
      assertNull(next);
      next = callback;
      tooLate = stalled;
    }

    @Override
    public void end() {
      ended = true;
    }

    @Override
    public void reset() {
      reset = true;
    }
  }
}

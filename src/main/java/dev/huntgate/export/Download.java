package dev.huntgate.export;

import dev.huntgate.failure.FailureCode;
import io.vertx.core.Future;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to a client, at the client's pace: no more than one piece is made before the
 * last was taken, and away from the thread that all clients share.
 *
 * <p>Everything but the making of pieces happens on the client's own thread.
 */
final class Download {

  private static final Logger LOG = Logger.getLogger(Download.class);

  private final Pieces pieces;
  private final Client client;
  private final Function<Callable<byte @Nullable []>, Future<byte @Nullable []>> workers;
  private final Consumer<@Nullable FailureCode> whenOver;
  private byte @Nullable [] made;
  private boolean making;
  private boolean waiting;
  private boolean over;

  /** Whoever takes the file. */
  interface Client {

    void write(byte[] piece);

    /** Whether it has been given more than it took. */
    boolean isFull();

    /** Calls one of these, once: when it took what it was given, or too little for too long. */
    void whenDrained(Runnable next, Runnable stalled);

    /** There is no more. */
    void end();

    /** There will be no more although the file is not whole, which it has to learn. */
    void reset();
  }

  /**
   * @param workers runs work elsewhere, and tells of its end on the client's thread
   * @param whenOver is told once why the file is not whole, or null when it is
   */
  Download(
      Pieces pieces,
      Client client,
      Function<Callable<byte @Nullable []>, Future<byte @Nullable []>> workers,
      Consumer<@Nullable FailureCode> whenOver) {
    this.pieces = pieces;
    this.client = client;
    this.workers = workers;
    this.whenOver = whenOver;
  }

  /** Begins. */
  void begin() {
    if (over || making || made != null) {
      return;
    }
    making = true;
    make()
        .onComplete(
            outcome -> {
              making = false;
              if (over) {
                pieces.close();
              } else if (outcome.failed()) {
                LOG.error("A download broke off", outcome.cause());
                giveUp(FailureCode.INTERNAL);
              } else if (outcome.result() == null) {
                end(null);
                client.end();
              } else {
                made = outcome.result();
                deliver();
              }
            });
  }

  /** The client is gone: no more is made. */
  void leave() {
    end(FailureCode.CANCELLED);
  }

  private void end(@Nullable FailureCode why) {
    if (over) {
      return;
    }
    over = true;
    made = null;
    if (!making) {
      pieces.close();
    }
    whenOver.accept(why);
  }

  /* One piece is made ahead while the client takes the last. */
  private void deliver() {
    byte[] piece = made;
    if (over || waiting || piece == null) {
      return;
    }
    made = null;
    client.write(piece);
    if (client.isFull()) {
      waiting = true;
      client.whenDrained(this::drained, () -> giveUp(FailureCode.CANCELLED));
    }
    begin();
  }

  private void drained() {
    waiting = false;
    deliver();
  }

  private void giveUp(FailureCode why) {
    end(why);
    client.reset();
  }

  private Future<byte @Nullable []> make() {
    try {
      return workers.apply(pieces::next);
    } catch (RuntimeException refusal) {
      return Future.failedFuture(refusal);
    }
  }
}

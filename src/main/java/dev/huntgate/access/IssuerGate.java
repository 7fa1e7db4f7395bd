package dev.huntgate.access;

import io.quarkus.oidc.OIDCException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request find out whether the issuer can be reached, and the others wait for what it
 * finds, until it once could be.
 *
 * <p>Else each request, with whatever it calls a token, would make a call to an issuer that is
 * down.
 */
final class IssuerGate {

  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int MAX_CAUSES = 10;

  private final Clock clock;
  private volatile boolean open;
  private @Nullable CompletableFuture<Void> trial;
  private Instant closedUntil = Instant.MIN;

  IssuerGate(Clock clock) {
    this.clock = clock;
  }

  /** The issuer could not be asked. */
  static final class ClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClosedException(@Nullable Throwable cause) {
      super("The issuer cannot be reached", cause, false, false);
    }
  }

  /** Makes an attempt; fails with {@link ClosedException} when the issuer was not reached. */
  <T> Uni<T> through(Supplier<Uni<T>> attempt) {
    return Uni.createFrom().deferred(() -> open ? tried(attempt) : waited(attempt));
  }

  private <T> Uni<T> waited(Supplier<Uni<T>> attempt) {
    CompletableFuture<Void> others;
    CompletableFuture<Void> own = new CompletableFuture<>();
    synchronized (this) {
      if (clock.instant().isBefore(closedUntil)) {
        return Uni.createFrom().failure(new ClosedException(null));
      }
      others = trial;
      if (others == null) {
        trial = own;
      }
    }
    return others == null
        ? tried(attempt)
            .onTermination()
            .invoke((item, failure, cancelled) -> end(own, failure, cancelled))
        : Uni.createFrom().completionStage(others::copy).flatMap(done -> through(attempt));
  }

  private static <T> Uni<T> tried(Supplier<Uni<T>> attempt) {
    return attempt.get().onFailure(IssuerGate::isOutage).transform(ClosedException::new);
  }

  /* Anything else is held to be the token's fault, which only its holder has to bear. */
  private static boolean isOutage(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
      if (cause instanceof OIDCException
          || cause instanceof IOException
          || cause instanceof TimeoutException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private void end(CompletableFuture<Void> own, @Nullable Throwable failure, boolean cancelled) {
    synchronized (this) {
      trial = null;
      if (failure instanceof ClosedException) {
        closedUntil = clock.instant().plus(PATIENCE);
      } else if (!cancelled) {
        open = true;
      }
    }
    own.complete(null);
  }
}

package dev.huntgate.access;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * The tickets that replicas tell each other, so that a link can be followed at any of them.
 *
 * <p>Nothing here fails: what cannot be told or asked is as the methods say.
 */
public interface SharedTickets {

  /** There are no other replicas. */
  SharedTickets NONE =
      new SharedTickets() {
        @Override
        public Uni<Boolean> put(String ticket, Ticket what, Duration life) {
          return Uni.createFrom().item(false);
        }

        @Override
        public Uni<Optional<Ticket>> find(String ticket) {
          return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Taken> take(String ticket) {
          return Uni.createFrom().item(Taken.NOBODY_KNOWS);
        }
      };

  /** What became of a ticket that was to be taken. */
  enum Taken {
    /** Whoever asked has it, and nobody else gets it any more. */
    YES,
    /** Somebody had taken it, or it has expired. */
    NO,
    /** That cannot be told at the moment. */
    NOBODY_KNOWS
  }

  /** Tells a ticket; completes with whether that was done. */
  Uni<Boolean> put(String ticket, Ticket what, Duration life);

  /** What a ticket is good for; nothing when it is unknown, or that cannot be told. */
  Uni<Optional<Ticket>> find(String ticket);

  /** Takes a ticket, which only one can. */
  Uni<Taken> take(String ticket);
}

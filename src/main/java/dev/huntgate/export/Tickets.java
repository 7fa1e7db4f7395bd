package dev.huntgate.export;

import dev.huntgate.access.Caller;
import dev.huntgate.access.SharedTickets;
import dev.huntgate.access.SharedTickets.Taken;
import dev.huntgate.access.Ticket;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.Unauthenticated;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The tickets by which a browser, which sends no bearer token with a link, may download one file
 * once within a minute.
 *
 * <p>They live in memory only, the newest 10,000 of them, and are told to nobody but who asked;
 * where replicas share what they do, each is told to the others, too, and only one of all can take
 * it. While that cannot be done, a ticket is good where it was made.
 */
@Singleton
public final class Tickets {

  static final Duration LIFETIME = Duration.ofSeconds(60);
  static final int MOST = 10_000;

  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final SharedTickets shared;
  private final LongSupplier nanoTime;
  /* In the order of their making, which is that of their expiry. */
  private final Map<String, Issued> issued = new LinkedHashMap<>();

  private record Issued(Ticket what, long expires, boolean told, boolean used) {}

  @Inject
  Tickets(SharedTickets shared) {
    this(shared, System::nanoTime);
  }

  /**
   * @param nanoTime the time in nanoseconds by which tickets expire
   */
  Tickets(SharedTickets shared, LongSupplier nanoTime) {
    this.shared = shared;
    this.nanoTime = nanoTime;
  }

  /** A new ticket for what a caller's tenant has under a path; it allows nothing but that file. */
  Uni<String> issue(Caller caller, String path) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Ticket what = Ticket.of(caller, path);
    // Told first: its life there begins no later than here, and nobody has it yet.
    return shared
        .put(ticket, what, LIFETIME)
        .map(
            told -> {
              keep(ticket, what, told);
              return ticket;
            });
  }

  /**
   * Who got a ticket, with the permission that it stands for; it stays good.
   *
   * <p>Fails with {@code UNAUTHENTICATED} when it is unknown, expired or used, and with {@code
   * FORBIDDEN} when it is for something else.
   */
  Uni<Caller> check(String ticket, String path) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Issued here = known(ticket);
              return here != null
                  ? Uni.createFrom().item(allowed(here.what(), here.used(), path))
                  : shared
                      .find(ticket)
                      .map(found -> allowed(found.orElseThrow(Tickets::unknown), false, path));
            });
  }

  /** Likewise, and it is good no more: of several who come with it, one is let in. */
  Uni<Caller> use(String ticket, String path) {
    return check(ticket, path)
        .flatMap(
            holder -> {
              Issued here = known(ticket);
              return here != null && !here.told()
                  ? Uni.createFrom().item(useHere(ticket, path))
                  : shared.take(ticket).map(taken -> use(ticket, path, holder, taken));
            });
  }

  /** How many are remembered. */
  synchronized int size() {
    return issued.size();
  }

  private Caller use(String ticket, String path, Caller holder, Taken taken) {
    return switch (taken) {
      case YES -> {
        markUsed(ticket);
        yield holder;
      }
      case NO -> throw used();
      case NOBODY_KNOWS -> useHere(ticket, path);
    };
  }

  private synchronized Caller useHere(String ticket, String path) {
    Issued here = known(ticket);
    if (here == null) {
      throw unknown();
    }
    Caller holder = allowed(here.what(), here.used(), path);
    markUsed(ticket);
    return holder;
  }

  private synchronized void markUsed(String ticket) {
    issued.computeIfPresent(
        ticket, (same, known) -> new Issued(known.what(), known.expires(), known.told(), true));
  }

  private synchronized @Nullable Issued known(String ticket) {
    Issued known = issued.get(ticket);
    return known == null || known.expires() - nanoTime.getAsLong() <= 0 ? null : known;
  }

  private synchronized void keep(String ticket, Ticket what, boolean told) {
    long now = nanoTime.getAsLong();
    makeRoom(now);
    issued.put(ticket, new Issued(what, now + LIFETIME.toNanos(), told, false));
  }

  private void makeRoom(long now) {
    Iterator<Issued> oldest = issued.values().iterator();
    while (oldest.hasNext()) {
      boolean expired = oldest.next().expires() - now <= 0;
      if (!expired && issued.size() < MOST) {
        return;
      }
      oldest.remove();
    }
  }

  private static Caller allowed(Ticket what, boolean used, String path) {
    if (!what.path().equals(path)) {
      throw new FailureException(
          new Forbidden("The ticket of this link is for another file; ask for one for this."));
    }
    if (used) {
      throw used();
    }
    return what.caller();
  }

  private static FailureException unknown() {
    return refused("This link is not known or older than 60 seconds; ask for a new one.");
  }

  private static FailureException used() {
    return refused("This link was used already, and is good once; ask for a new one.");
  }

  private static FailureException refused(String message) {
    return new FailureException(new Unauthenticated(message));
  }
}

package dev.huntgate.export;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.Failure.Forbidden;
import dev.huntgate.failure.Failure.Unauthenticated;
import dev.huntgate.failure.FailureException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The tickets by which a browser, which sends no bearer token with a link, may download one file
 * once within a minute.
 *
 * <p>They live in memory only, the newest 10,000 of them, and are told to nobody but who asked.
 */
@Singleton
public final class Tickets {

  static final Duration LIFETIME = Duration.ofSeconds(60);
  static final int MOST = 10_000;

  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final LongSupplier nanoTime;
  /* In the order of their making, which is that of their expiry. */
  private final Map<String, Issued> issued = new LinkedHashMap<>();

  private record Issued(Caller holder, String path, long expires, boolean used) {}

  @Inject
  Tickets() {
    this(System::nanoTime);
  }

  /**
   * @param nanoTime the time in nanoseconds by which tickets expire
   */
  Tickets(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A new ticket for what a caller's tenant has under a path; it allows nothing but that file. */
  synchronized String issue(Caller caller, String path) {
    Caller holder = new Caller(caller.name(), caller.tenant(), Set.of(Permission.EXPORT));
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    long now = nanoTime.getAsLong();
    makeRoom(now);
    issued.put(ticket, new Issued(holder, path, now + LIFETIME.toNanos(), false));
    return ticket;
  }

  /**
   * Who got a ticket, with the permission that it stands for; it stays good.
   *
   * @throws FailureException {@code UNAUTHENTICATED} when it is unknown, expired or used, {@code
   *     FORBIDDEN} when it is for something else
   */
  synchronized Caller check(String ticket, String path) {
    Issued known = issued.get(ticket);
    if (known == null || known.expires() - nanoTime.getAsLong() <= 0) {
      throw refused("This link is not known or older than 60 seconds; ask for a new one.");
    }
    if (!known.path().equals(path)) {
      throw new FailureException(
          new Forbidden("The ticket of this link is for another file; ask for one for this."));
    }
    if (known.used()) {
      throw refused("This link was used already, and is good once; ask for a new one.");
    }
    return known.holder();
  }

  /** Likewise, and it is good no more. */
  synchronized void use(String ticket, String path) {
    Caller holder = check(ticket, path);
    issued.computeIfPresent(
        ticket, (same, known) -> new Issued(holder, path, known.expires(), true));
  }

  /** How many are remembered. */
  synchronized int size() {
    return issued.size();
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

  private static FailureException refused(String message) {
    return new FailureException(new Unauthenticated(message));
  }
}

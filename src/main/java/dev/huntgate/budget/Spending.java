package dev.huntgate.budget;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.access.Tenant;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who and which hunts spent a tenant's running time since the start, and what kept results saved.
 *
 * <p>Bounded: of each tenant, those that were met most recently. Thread-safe.
 */
public final class Spending {

  private static final int MOST_REMEMBERED = 2_000;
  private static final int TEXT_LENGTH = 200;

  /**
   * A hunt by the text that equal hunts share.
   *
   * @param hash what tells it from others
   * @param text the beginning of its canonical text
   */
  public record Hunted(String hash, String text) {
    public Hunted {
      text = text.substring(0, Math.min(TEXT_LENGTH, text.length()));
    }
  }

  /**
   * What one caller or one hunt spent.
   *
   * @param calls how many times upstream ran a hunt for it
   * @param hits how many times a kept result answered
   * @param saved the running time that those results had cost
   */
  public record Spent<K>(K by, Duration runningTime, long calls, long hits, Duration saved) {

    private Spent<K> plus(long newCalls, Duration used, long newHits, Duration newSaved) {
      return new Spent<>(
          by, runningTime.plus(used), calls + newCalls, hits + newHits, saved.plus(newSaved));
    }
  }

  private static final class Book<K> {

    private final Map<K, Spent<K>> entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Spent<K>> eldest) {
            return size() > MOST_REMEMBERED;
          }
        };

    synchronized void add(K by, long calls, Duration used, long hits, Duration saved) {
      Spent<K> before =
          entries.getOrDefault(by, new Spent<>(by, Duration.ZERO, 0, 0, Duration.ZERO));
      entries.put(by, before.plus(calls, used, hits, saved));
    }

    synchronized List<Spent<K>> sorted() {
      return entries.values().stream()
          .sorted(Comparator.comparing((Spent<K> spent) -> spent.runningTime()).reversed())
          .toList();
    }
  }

  private record Books(Book<String> callers, Book<Hunted> hunts) {}

  private final Map<Tenant, Books> tenants = new ConcurrentHashMap<>();

  /** Upstream ran a hunt, whether or not it succeeded. */
  public void ran(Tenant tenant, Caller caller, Hunted hunt, Duration used) {
    Books books = books(tenant);
    books.callers().add(caller.name(), 1, used, 0, Duration.ZERO);
    books.hunts().add(hunt, 1, used, 0, Duration.ZERO);
  }

  /** A kept result answered a hunt. */
  public void saved(Tenant tenant, Caller caller, Hunted hunt, Duration runningTime) {
    Books books = books(tenant);
    books.callers().add(caller.name(), 0, Duration.ZERO, 1, runningTime);
    books.hunts().add(hunt, 0, Duration.ZERO, 1, runningTime);
  }

  /**
   * What each caller of the asking one's tenant spent, by name, the most running time first.
   *
   * @throws dev.huntgate.failure.FailureException {@code FORBIDDEN} to who is no administrator
   */
  public List<Spent<String>> byCaller(Caller asking) {
    asking.require(Permission.ADMIN);
    return books(asking.tenant()).callers().sorted();
  }

  /**
   * What each hunt in the asking one's tenant spent, the most running time first.
   *
   * @throws dev.huntgate.failure.FailureException {@code FORBIDDEN} to who is no administrator
   */
  public List<Spent<Hunted>> byHunt(Caller asking) {
    asking.require(Permission.ADMIN);
    return books(asking.tenant()).hunts().sorted();
  }

  private Books books(Tenant tenant) {
    return tenants.computeIfAbsent(tenant, key -> new Books(new Book<>(), new Book<>()));
  }
}

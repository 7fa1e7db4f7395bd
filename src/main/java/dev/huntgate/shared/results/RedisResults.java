package dev.huntgate.shared.results;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.SharedResults;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.result.RowRange;
import dev.huntgate.shared.RedisCommands;
import dev.huntgate.shared.RedisScript;
import dev.huntgate.shared.results.RowGroups.Span;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Results in Redis: encoded, in pieces, so many bytes for each tenant, each until a replica would
 * drop it.
 *
 * <p>A result that another version wrote, or that is damaged, is not there.
 */
final class RedisResults implements SharedResults {

  private static final Logger LOG = Logger.getLogger(RedisResults.class);
  private static final RedisScript SCRIPT = RedisScript.of("results.lua");
  /* Of what is being written; longer than writing the largest takes. */
  private static final long UNFINISHED_MILLIS = 60_000;

  private record Reading(Tenant tenant, String id, Span groups) {}

  private final RedisCommands redis;
  private final Pieces pieces;
  private final Duration keepStale;
  private final int mostBytes;
  private final Clock clock;
  private final Map<Reading, CompletableFuture<Optional<StoredResult>>> reading =
      new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> writing = new ConcurrentHashMap<>();
  private final List<Consumer<Predicate<ResultKey>>> told = new CopyOnWriteArrayList<>();

  RedisResults(RedisCommands redis, Duration keepStale, int mostBytes, Clock clock) {
    this.redis = redis;
    this.pieces = new Pieces(redis);
    this.keepStale = keepStale;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  @Override
  public Uni<Optional<Found>> newest(ResultKey key) {
    return redis
        .send(Request.cmd(Command.ZRANGE).arg(HuntNames.hunt(key)).arg(-1).arg(-1))
        .flatMap(
            ids ->
                ids == null || ids.size() == 0
                    ? Uni.createFrom().item(Optional.<ResultHead>empty())
                    : head(key.tenant(), ids.get(0).toString()))
        .map(head -> head.filter(read -> read.key().equals(key)).<Found>map(FoundHead::new))
        .onFailure()
        .recoverWithItem(failure -> absent("looked up", failure));
  }

  @Override
  public Uni<Optional<StoredResult>> find(Tenant tenant, String id, RowRange rows) {
    if (!HuntNames.isId(id)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return head(tenant, id)
        .flatMap(
            head ->
                head.isPresent()
                    ? read(head.get(), rows)
                    : Uni.createFrom().item(Optional.<StoredResult>empty()))
        .onFailure()
        .recoverWithItem(failure -> absent("looked up", failure));
  }

  @Override
  public Uni<Void> keep(StoredResult stored) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    writing.put(stored.id(), done);
    Uni.createFrom()
        .item(() -> RowGroups.encode(stored.result()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(encoded -> write(stored, encoded))
        .onTermination()
        .invoke(() -> writing.remove(stored.id(), done))
        .subscribe()
        .with(
            kept -> done.complete(null),
            failure -> {
              LOG.debugf("A result was not kept for other replicas: %s", failure.getMessage());
              done.complete(null);
            });
    return Uni.createFrom().completionStage(done::copy);
  }

  @Override
  public Uni<Void> written(String id) {
    CompletableFuture<Void> now = writing.get(id);
    return now == null ? Uni.createFrom().voidItem() : Uni.createFrom().completionStage(now::copy);
  }

  @Override
  public Uni<Set<String>> purge(ResultKey key) {
    return redis
        .run(SCRIPT, names(key), List.of("purge", HuntNames.resultPrefix(key.tenant())))
        .map(RedisResults::texts)
        .call(
            ids ->
                redis.send(
                    Request.cmd(Command.PUBLISH)
                        .arg(HuntNames.CHANNEL)
                        .arg(SharedHunts.PURGED + HuntNames.hunt(key))))
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("A purge did not reach other replicas: %s", failure.getMessage());
              return Set.of();
            });
  }

  @Override
  public void whenPurged(Consumer<Predicate<ResultKey>> listener) {
    told.add(listener);
  }

  /** Another replica purged the results of a hunt. */
  void heardOfPurge(String hunt) {
    told.forEach(listener -> listener.accept(key -> HuntNames.hunt(key).equals(hunt)));
  }

  private Uni<Optional<ResultHead>> head(Tenant tenant, String id) {
    return redis
        .send(Request.cmd(Command.HGET).arg(HuntNames.result(tenant, id)).arg(Pieces.HEAD))
        .map(text -> ResultHead.read(tenant, id, text == null ? null : text.toString()))
        .map(head -> head.filter(read -> read.groups().bytes() <= mostBytes));
  }

  /* However many ask at once, it is read once. */
  private Uni<Optional<StoredResult>> read(ResultHead head, RowRange rows) {
    Span span = head.groups().holding(rows);
    Reading same = new Reading(head.key().tenant(), head.id(), span);
    CompletableFuture<Optional<StoredResult>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<StoredResult>> others = reading.putIfAbsent(same, mine);
    if (others != null) {
      return Uni.createFrom().completionStage(others::copy);
    }
    new GroupsReading(pieces, head, span)
        .read()
        .map(Optional::of)
        .onFailure()
        .recoverWithItem(failure -> absent("read", failure))
        .onTermination()
        .invoke(() -> reading.remove(same, mine))
        .subscribe()
        .with(mine::complete, mine::completeExceptionally);
    return Uni.createFrom().completionStage(mine::copy);
  }

  private Uni<Void> write(StoredResult stored, List<byte[]> encoded) {
    RowGroups groups = RowGroups.of(stored.result(), encoded);
    long life = Duration.between(clock.instant(), lastDay(stored)).toMillis();
    if (groups.bytes() > mostBytes || life <= 0) {
      return Uni.createFrom().voidItem();
    }
    Tenant tenant = stored.key().tenant();
    return pieces
        .write(
            HuntNames.result(tenant, stored.id()),
            ResultHead.of(stored, groups),
            encoded,
            UNFINISHED_MILLIS)
        .flatMap(
            written ->
                redis.run(
                    SCRIPT,
                    names(stored.key()),
                    List.of(
                        "keep",
                        stored.id(),
                        String.valueOf(groups.bytes()),
                        String.valueOf(stored.storedAt().toEpochMilli()),
                        String.valueOf(life),
                        String.valueOf(mostBytes),
                        HuntNames.resultPrefix(tenant))))
        .replaceWithVoid();
  }

  private Instant lastDay(StoredResult stored) {
    return stored.freshUntil().plus(keepStale);
  }

  private static List<String> names(ResultKey key) {
    return List.of(
        HuntNames.index(key.tenant()), HuntNames.sizes(key.tenant()), HuntNames.hunt(key));
  }

  private static Set<String> texts(@Nullable Response list) {
    Set<String> texts = new HashSet<>();
    if (list != null) {
      list.forEach(text -> texts.add(text.toString()));
    }
    return Set.copyOf(texts);
  }

  private static <T> Optional<T> absent(String what, Throwable failure) {
    LOG.debugf("A shared result could not be %s: %s", what, failure.getMessage());
    return Optional.empty();
  }

  /** A result of which the head has been read. */
  private final class FoundHead implements Found {
    private final ResultHead head;

    FoundHead(ResultHead head) {
      this.head = head;
    }

    @Override
    public String id() {
      return head.id();
    }

    @Override
    public Instant storedAt() {
      return head.storedAt();
    }

    @Override
    public Instant freshUntil() {
      return head.freshUntil();
    }

    @Override
    public Uni<Optional<StoredResult>> read(RowRange rows) {
      return RedisResults.this.read(head, rows);
    }
  }
}

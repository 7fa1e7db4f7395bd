package dev.huntgate.shared;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replica holds in one pool: who waits, what is in flight, and what has ended without the
 * store's knowing. Not thread-safe.
 */
final class Books {

  private final long longestMillis;
  private final Map<String, SharedWaiter> waiting = new LinkedHashMap<>();
  private final Map<String, SharedCall> calls = new LinkedHashMap<>();
  private final List<Ending> unconfirmed = new ArrayList<>();
  private final List<Ending> unsent = new ArrayList<>();
  private final Deque<Long> grantedAlone = new ArrayDeque<>();

  /**
   * @param longestMillis for how long what was spent counts
   */
  Books(long longestMillis) {
    this.longestMillis = longestMillis;
  }

  void waits(SharedWaiter waiter) {
    waiting.put(waiter.id, waiter);
  }

  /** Takes out who waits no longer; null if nobody of that id waits. */
  @Nullable SharedWaiter take(String id) {
    return waiting.remove(id);
  }

  boolean isWaiting(String id) {
    return waiting.containsKey(id);
  }

  List<SharedWaiter> waiting() {
    return List.copyOf(waiting.values());
  }

  int waitingCount() {
    return waiting.size();
  }

  boolean isIdle() {
    return waiting.isEmpty() && calls.isEmpty();
  }

  void runs(SharedCall call) {
    calls.put(call.id, call);
    if (!call.isKnown()) {
      grantedAlone.removeIf(at -> at < call.startedAt - longestMillis);
      grantedAlone.add(call.startedAt);
    }
  }

  /** How many calls this replica has granted itself since then, by whichever of its own ledgers. */
  long grantedAlone(long since) {
    return grantedAlone.stream().filter(at -> at > since).count();
  }

  boolean isRunning(String id) {
    return calls.containsKey(id);
  }

  int runningCount() {
    return calls.size();
  }

  void ended(Ending ending) {
    calls.remove(ending.call().id);
    unconfirmed.removeIf(old -> !old.call().isKnown() && ending.at() - old.at() > longestMillis);
    unconfirmed.add(ending);
    unsent.add(ending);
  }

  /** The ends that were not sent yet, which are sent by that. */
  List<Ending> send() {
    List<Ending> sent = List.copyOf(unsent);
    unsent.clear();
    return sent;
  }

  /** The store knows these ends. */
  void confirmed(List<Ending> endings) {
    unconfirmed.removeAll(endings);
  }

  List<Ending> unconfirmed() {
    return List.copyOf(unconfirmed);
  }

  /** The store took a report with these ends. */
  void reported(List<Ending> endings) {
    confirmed(endings);
    calls.values().forEach(SharedCall::becomesKnown);
    unsent.addAll(unconfirmed);
    unsent.forEach(ending -> ending.call().becomesKnown());
  }

  /** All that the store has to know after it was away, but who waits: that one asks anew. */
  JsonObject report(long now) {
    unsent.clear();
    JsonArray ended = new JsonArray();
    unconfirmed.forEach(ending -> ended.add(ending.json(now)));
    JsonArray live = new JsonArray();
    calls.values().forEach(call -> live.add(live(call, now)));
    return new JsonObject().put("ended", ended).put("live", live);
  }

  private static JsonObject live(SharedCall call, long now) {
    return SharedWaiter.json(call.id, call.ask)
        .put("shared", call.isKnown())
        .put("startedAgo", Math.max(0, now - call.startedAt));
  }
}

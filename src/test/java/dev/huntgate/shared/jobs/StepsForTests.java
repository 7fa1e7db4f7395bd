package dev.huntgate.shared.jobs;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.VirtualTime;
import dev.huntgate.shared.RedisForTests;
import dev.huntgate.shared.RedisStore;
import dev.huntgate.shared.SettingsForTests;
import dev.huntgate.shared.StoreUnavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A real Redis whose script is told what time it is, and whose answers are there when asked for;
 * its words are passed on a millisecond later.
 */
final class StepsForTests implements AutoCloseable {

  private static final Duration WORD = Duration.ofMillis(1);
  private static final String CHANNEL = "huntgate:v1:jobs";

  private final RedisForTests redis;
  private final RedisStore store;
  private final JobSteps steps;
  private final VirtualTime time;
  private final List<View> views = new ArrayList<>();
  private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
  private final AtomicLong marks = new AtomicLong();

  StepsForTests(RedisForTests redis, VirtualTime time) {
    this.redis = redis;
    this.time = time;
    this.store =
        RedisStore.of(
                SettingsForTests.with(Map.of("redis", redis.address(), "patience", "PT10S")),
                redis.vertx())
            .orElseThrow();
    this.steps = new RedisJobSteps(store.commands());
    steps.listen(words::add, () -> words.add("listening"));
    until("listening");
  }

  /** Redis as one replica sees it. */
  View view() {
    View view = new View();
    views.add(view);
    return view;
  }

  @Override
  public void close() {
    store.close();
  }

  private void passOn() {
    String mark = "mark" + marks.incrementAndGet();
    redis.run(Command.PUBLISH, CHANNEL, mark);
    until(mark).forEach(word -> time.after(WORD, () -> views.forEach(view -> view.hear(word))));
  }

  private List<String> until(String last) {
    List<String> before = new ArrayList<>();
    try {
      for (String word = words.poll(20, TimeUnit.SECONDS);
          !last.equals(word);
          word = words.poll(20, TimeUnit.SECONDS)) {
        if (word == null) {
          throw new IllegalStateException("Nothing is heard");
        }
        before.add(word);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return before;
  }

  /** One replica's way to Redis. */
  final class View implements JobSteps {

    boolean away;
    boolean deaf;
    private Consumer<String> word = said -> {};
    private Runnable missed = () -> {};

    /** It can be reached again. */
    void isBack() {
      away = false;
      missed.run();
    }

    private void hear(String said) {
      if (!away && !deaf) {
        word.accept(said);
      }
    }

    @Override
    public Uni<JsonObject> take(Tenant tenant, JsonObject step) {
      return Uni.createFrom()
          .item(
              () -> {
                if (away) {
                  throw new StoreUnavailable("It is away", null);
                }
                JsonObject reply =
                    steps
                        .take(tenant, step.copy().put("now", time.millis()))
                        .await()
                        .atMost(Duration.ofSeconds(20));
                passOn();
                return reply;
              });
    }

    @Override
    public void listen(Consumer<String> said, Runnable maybeMissed) {
      word = said;
      missed = maybeMissed;
    }
  }
}

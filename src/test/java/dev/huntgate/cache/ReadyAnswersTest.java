package dev.huntgate.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.SettableClock;
import dev.huntgate.access.Caller;
import dev.huntgate.access.Tenant;
import dev.huntgate.cache.Ready.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadyAnswersTest {

  private static final Instant LATER = Instant.EPOCH.plusSeconds(60);

  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final ResultCache results = StoredResults.cache();
  private final ReadyAnswers ready = new ReadyAnswers(StoredResults.CONFIG, results, clock);
  private final StoredResult stored =
      StoredResults.keep(results, StoredResults.countdown("T | take 3", 3));

  @Test
  void answersAlike_whileItsResultIsKept() {
    ReadyAnswer answer = answer(new Use(stored, false, null));
    ready.keep(key("a"), answer);

    assertSame(answer, ready.find(key("a"), ReadyAnswer.class));
    assertNull(ready.find(key("b"), ReadyAnswer.class), "another request");
    assertNull(
        ready.find(
            new ReadyKey(Caller.anonymous(new Tenant("other")), "a".getBytes(UTF_8)), Ready.class));
  }

  @Test
  void forgetsTheAnswer_whenItsResultGoes() {
    ready.keep(key("a"), answer(new Use(stored, false, null)));

    assertEquals(Set.of(stored.id()), results.purge(stored.key()::equals));

    assertNull(ready.find(key("a"), ReadyAnswer.class));
  }

  @Test
  void keepsNothing_whenTheResultWentBefore() {
    results.purge(stored.key()::equals);
    StoredResult bystander = StoredResults.keep(results, StoredResults.countdown("T | take 2", 2));

    ready.keep(key("a"), answer(new Use(bystander, false, null), new Use(stored, false, null)));

    assertNull(ready.find(key("a"), ReadyAnswer.class));
  }

  @Test
  void answersNoMore_whenANewerResultIsKept() {
    ready.keep(key("newest"), answer(new Use(stored, true, null)));
    ready.keep(key("pinned"), answer(new Use(stored, false, null)));

    StoredResults.keep(results, StoredResults.countdown("T | take 3", 3));

    assertNull(ready.find(key("newest"), ReadyAnswer.class));
    assertTrue(ready.find(key("pinned"), ReadyAnswer.class) != null);
  }

  @Test
  void answersNoMore_fromTheTimeOnThatItSaysSomethingElse() {
    ready.keep(key("a"), answer(new Use(stored, false, LATER)));

    clock.pass(Duration.ofSeconds(59));
    assertTrue(ready.find(key("a"), ReadyAnswer.class) != null);
    clock.pass(Duration.ofSeconds(1));
    assertNull(ready.find(key("a"), ReadyAnswer.class));
  }

  @Test
  void wantsARequest_fromTheSecondTimeOn() {
    assertFalse(ready.wants(key("a")));
    assertTrue(ready.wants(key("a")));
    assertTrue(ready.wants(key("a")));
    assertFalse(ready.wants(key("b")));
  }

  @Test
  void keepsNoAnswer_thatWouldTakeALargePartOfTheRoom() {
    byte[] long16th = new byte[(int) (StoredResults.CONFIG.maxBytes() / 16 / 16)];
    ready.keep(key("a"), new ReadyAnswer(long16th, "\"tag\"", List.of()));

    assertNull(ready.find(key("a"), ReadyAnswer.class));
  }

  @Test
  void staysWithinItsRoom_whateverIsKept() {
    long room = StoredResults.CONFIG.maxBytes() / 16;
    for (int i = 0; i < 1_000; i++) {
      ready.keep(key("a" + i), new ReadyAnswer(new byte[1_000], "\"tag\"", List.of()));
    }

    long kept = 0;
    for (int i = 0; i < 1_000; i++) {
      kept += length(ready.find(key("a" + i), ReadyAnswer.class));
    }
    assertTrue(kept > room / 2 && kept <= room, kept + " bytes");
  }

  private static long length(@Nullable ReadyAnswer answer) {
    return answer == null ? 0 : answer.body().length;
  }

  private static ReadyAnswer answer(Use... uses) {
    return new ReadyAnswer("{}".getBytes(UTF_8), "\"tag\"", List.of(uses));
  }

  private static ReadyKey key(String request) {
    return new ReadyKey(Caller.ANONYMOUS, request.getBytes(UTF_8));
  }
}

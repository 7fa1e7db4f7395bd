package dev.huntgate.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.huntgate.SettableClock;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IssuerGateTest {

  private final SettableClock clock = new SettableClock();
  private final IssuerGate gate = new IssuerGate(clock);
  private final List<CompletableFuture<String>> attempts = new ArrayList<>();

  @Test
  void makesOneAttempt_untilItIsKnownThatTheIssuerAnswers() {
    List<UniAssertSubscriber<String>> many = ask(5);
    assertEquals(1, attempts.size());

    attempts.get(0).complete("known");
    assertEquals(5, attempts.size());
    attempts.forEach(attempt -> attempt.complete("known"));
    many.forEach(one -> one.assertCompleted().assertItem("known"));

    ask(3);
    assertEquals(8, attempts.size());
  }

  @Test
  void answersAll_whenTheIssuerIsDown() {
    List<UniAssertSubscriber<String>> many = ask(5);
    attempts.get(0).completeExceptionally(new OIDCException("no route"));

    assertEquals(1, attempts.size());
    many.forEach(one -> one.assertFailedWith(IssuerGate.ClosedException.class));
    ask(1).get(0).assertFailedWith(IssuerGate.ClosedException.class);
    assertEquals(1, attempts.size());
  }

  @Test
  void triesAgain_afterAWhile() {
    ask(1);
    attempts.get(0).completeExceptionally(new OIDCException("no route"));
    clock.pass(IssuerGate.PATIENCE.minusMillis(1));
    ask(1).get(0).assertFailedWith(IssuerGate.ClosedException.class);

    clock.pass(Duration.ofMillis(1));
    UniAssertSubscriber<String> later = ask(1).get(0);
    attempts.get(1).complete("known");
    later.assertCompleted();
  }

  @Test
  void isOpen_whenTheIssuerWasReachedAndTheTokenIsBad() {
    UniAssertSubscriber<String> bad = ask(1).get(0);
    attempts.get(0).completeExceptionally(new AuthenticationFailedException("expired"));
    bad.assertFailedWith(AuthenticationFailedException.class);

    ask(3);
    assertEquals(4, attempts.size());
  }

  @Test
  void isOpen_whenATokenBreaksTheCheck() {
    UniAssertSubscriber<String> odd = ask(1).get(0);
    attempts.get(0).completeExceptionally(new IllegalArgumentException("no base64"));
    odd.assertFailedWith(IllegalArgumentException.class);

    ask(3);
    assertEquals(4, attempts.size());
  }

  @Test
  void answersAll_whenTheOutageIsACause() {
    UniAssertSubscriber<String> one = ask(1).get(0);
    attempts
        .get(0)
        .completeExceptionally(new AuthenticationFailedException(new ConnectException("refused")));
    one.assertFailedWith(IssuerGate.ClosedException.class);
  }

  @Test
  void letsAnotherTry_whenTheFirstLeaves() {
    UniAssertSubscriber<String> first = ask(1).get(0);
    UniAssertSubscriber<String> second = ask(1).get(0);
    assertEquals(1, attempts.size());

    first.cancel();

    assertEquals(2, attempts.size());
    assertFalse(attempts.get(1).isDone());
    attempts.get(1).complete("known");
    second.assertCompleted();
  }

  private List<UniAssertSubscriber<String>> ask(int times) {
    return IntStream.range(0, times)
        .mapToObj(
            number ->
                gate.through(this::attempt)
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.<String>create()))
        .toList();
  }

  private Uni<String> attempt() {
    CompletableFuture<String> attempt = new CompletableFuture<>();
    attempts.add(attempt);
    return Uni.createFrom().completionStage(attempt);
  }
}

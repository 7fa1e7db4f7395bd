package dev.huntgate.upstream;

import static dev.huntgate.upstream.FaultyNetwork.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.client.OidcClients;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections to upstream serve one call after the other, and no call harms the next. */
@QuarkusTest
class KeptConnectionsTest {

  private static final int AT_ONCE = 4;
  private static final int ROUNDS = 300;

  @Inject OidcClients clients;

  private FaultyNetwork network;

  @BeforeEach
  void start() {
    network = new FaultyNetwork(clients);
    network.warm();
  }

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void usesOneConnection_forOneCallAfterTheOther() {
    int before = network.api.accepted();

    for (int i = 0; i < 50; i++) {
      await(network.read());
    }

    assertTrue(network.api.accepted() <= before + 1, network.api.accepted() + " connections");
  }

  @Test
  void breaksNoCall_whenOthersLeaveAsTheirAnswersCome() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Cancellable> leaving =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i -> network.read().subscribe().with(read -> {}, failure -> {}))
              .toList();
      await(network.read().invoke(() -> leaving.forEach(Cancellable::cancel)));
      List<Uni<Object>> staying =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i -> network.read().map(Object.class::cast).memoize().indefinitely())
              .toList();
      await(Uni.join().all(staying).andFailFast());
    }

    // Some of several rounds may still be at it; but were they not used again, it would be all.
    int left = ROUNDS * AT_ONCE;
    assertTrue(network.api.open() <= left / 10, network.api.open() + " connections");
  }
}

package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.util.concurrent.EventExecutor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A request's execution, on threads where another's has left its context. It must not write into
 * that: two requests that do so at once execute one document twice, and the other never.
 */
@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class ExecutionsApartTest {

  @Inject Vertx vertx;

  private final SmallRyeContext another = new SmallRyeContext("another execution");

  @BeforeEach
  void leaveTheContextOfAnother() throws Exception {
    onEachEventLoop(() -> SmallRyeContextManager.restore(another));
  }

  @AfterEach
  void forgetIt() throws Exception {
    onEachEventLoop(SmallRyeContextManager::clearCurrentSmallRyeContext);
  }

  @Test
  void leavesTheContextOfAnotherAlone_whenARequestComesByHttp() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"query\":\"{ mine: quota { operation } }\"}")
        .post("/graphql")
        .then()
        .statusCode(200)
        .body(containsString("\"mine\""));
    assertFalse(another.hasRequest());
  }

  @Test
  void leavesTheContextOfAnotherAlone_whenARequestComesByWebSocket() {
    try (SocketClient client = SocketClient.open(Map.of())) {
      client.init(null);
      assertThat(client.next(), containsString("connection_ack"));
      client.subscribe("1", "{ mine: quota { operation } }");
      assertThat(client.next(), containsString("\"mine\""));
    }
    assertFalse(another.hasRequest());
  }

  private void onEachEventLoop(Runnable work) throws Exception {
    for (EventExecutor loop : ((VertxInternal) vertx).nettyEventLoopGroup()) {
      loop.submit(work).get();
    }
  }
}

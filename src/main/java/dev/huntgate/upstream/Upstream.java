package dev.huntgate.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.upstream.ErrorReader.Asked;
import io.quarkus.oidc.client.OidcClients;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One tenant's upstream over HTTP: makes the REST clients that carry its token, and reads their
 * answers.
 */
public final class Upstream {

  private final Connection connection;
  private final TokenSource tokens;
  private final Answers answers;

  public Upstream(Connection connection, OidcClients clients, Clock clock) {
    this.connection = connection;
    this.tokens = new OidcTokenSource(connection, clients, clock);
    this.answers = new Answers(tokens, connection.limits().maxBytes(), clock);
  }

  public Connection connection() {
    return connection;
  }

  /** How its token stands. */
  public TokenState token() {
    return tokens.state();
  }

  /** A client for calls about incidents. */
  public <T> T incidentClient(Class<T> api) {
    return client(api, connection.limits().incidents());
  }

  /** A client for hunts, which may take long to begin their answer. */
  public <T> T huntingClient(Class<T> api) {
    return client(api, connection.limits().hunt());
  }

  /** Reads a list of incidents. */
  public Uni<JsonNode> incidents(Supplier<Multi<byte[]>> call) {
    return json(Asked.INCIDENT_LIST, call);
  }

  /** Reads one incident. */
  public Uni<JsonNode> incident(Supplier<Multi<byte[]>> call) {
    return json(Asked.INCIDENT, call);
  }

  /** Reads the answer to a change of an incident. */
  public Uni<JsonNode> change(Supplier<Multi<byte[]>> call) {
    return json(Asked.INCIDENT_CHANGE, call);
  }

  /** Reads a hunt's answer. */
  public Uni<HuntAnswer> hunt(Supplier<Multi<byte[]>> call) {
    return Uni.createFrom()
        .deferred(
            () -> answers.read(Asked.HUNT, call.get(), huntingBody(), connection.limits().hunt()));
  }

  private Uni<JsonNode> json(Asked asked, Supplier<Multi<byte[]>> call) {
    return Uni.createFrom()
        .deferred(
            () -> answers.read(asked, call.get(), new JsonBody(), connection.limits().incidents()));
  }

  private <T> T client(Class<T> api, Duration timeout) {
    return RestClients.at(connection.baseUri(), connection.limits().connect(), timeout)
        .register(new BearerFilter(tokens))
        .build(api);
  }

  private static HuntingBody huntingBody() {
    try {
      return new HuntingBody();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

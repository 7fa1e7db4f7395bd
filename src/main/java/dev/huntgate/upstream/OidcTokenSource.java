package dev.huntgate.upstream;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Jwt.Source;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's tokens by Quarkus OIDC Client, fetched when first needed and kept until near expiry.
 */
final class OidcTokenSource implements TokenSource {

  /* A token is renewed this long before it ends, so that none ends on its way. */
  private static final Duration EARLY = Duration.ofMinutes(2);

  private final Connection connection;
  private final OidcClients clients;
  private final ClientAssertion assertion;
  private final Clock clock;
  private volatile @Nullable OidcClient client;
  private @Nullable Tokens current;
  private @Nullable Uni<Tokens> fetching;

  OidcTokenSource(Connection connection, OidcClients clients, Clock clock) {
    this.connection = connection;
    this.clients = clients;
    this.assertion = new ClientAssertion(connection, clock);
    this.clock = clock;
  }

  @Override
  public Uni<String> accessToken() {
    return Uni.createFrom().deferred(this::tokens).map(Tokens::getAccessToken);
  }

  @Override
  public synchronized void forget() {
    current = null;
  }

  /** One fetch at a time, whoever waits for it; a failed one is not kept. */
  private synchronized Uni<Tokens> tokens() {
    Tokens held = current;
    if (held != null && !isNearEnd(held)) {
      return Uni.createFrom().item(held);
    }
    Uni<Tokens> running = fetching;
    if (running == null) {
      running =
          Uni.createFrom()
              .deferred(this::client)
              .flatMap(this::fetch)
              .onFailure()
              .transform(failure -> TokenFailures.of(connection, failure))
              .onItemOrFailure()
              .invoke((tokens, failure) -> fetched(tokens))
              .memoize()
              .indefinitely();
      fetching = running;
    }
    return running;
  }

  private synchronized void fetched(@Nullable Tokens tokens) {
    current = tokens;
    fetching = null;
  }

  private Uni<OidcClient> client() {
    OidcClient made = client;
    return made != null
        ? Uni.createFrom().item(made)
        : clients.newClient(config(connection)).invoke(fresh -> client = fresh);
  }

  private Uni<Tokens> fetch(OidcClient oidc) {
    if (connection.credentials() instanceof Credentials.ClientSecret) {
      return oidc.getTokens();
    }
    return Uni.createFrom()
        .item(assertion::create)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure()
        .transform(failure -> TokenFailures.ofCredentials(connection, failure))
        .flatMap(text -> oidc.getTokens(assertionForm(text)));
  }

  /* The client leaves the id out with an assertion; the identity platform asks for it. */
  private Map<String, String> assertionForm(String text) {
    return Map.of("client_id", connection.clientId(), "client_assertion", text);
  }

  private boolean isNearEnd(Tokens tokens) {
    Long expiresAt = tokens.getAccessTokenExpiresAt();
    return expiresAt == null
        || !clock.instant().plus(EARLY).isBefore(Instant.ofEpochSecond(expiresAt));
  }

  private static OidcClientConfig config(Connection connection) {
    OidcClientConfigBuilder builder =
        new OidcClientConfigBuilder()
            .id("huntgate-" + connection.tenant())
            .authServerUrl(connection.tokenUri().resolve(".").toString())
            .discoveryEnabled(false)
            .tokenPath(connection.tokenUri().toString())
            .clientId(connection.clientId())
            .scopes(connection.scope())
            .connectionTimeout(connection.limits().connect());
    if (connection.credentials() instanceof Credentials.ClientSecret secret) {
      return builder.credentials().clientSecret(secret.value(), Method.POST).end().build();
    }
    return builder.credentials().jwt().source(Source.BEARER).endCredentials().build();
  }
}

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
  private final ClientAssertion assertion;
  private final Clock clock;
  private final Uni<OidcClient> client;
  private final Uni<Tokens> tokens;
  private volatile @Nullable Tokens current;

  OidcTokenSource(Connection connection, OidcClients clients, Clock clock) {
    this.connection = connection;
    this.assertion = new ClientAssertion(connection, clock);
    this.clock = clock;
    this.client =
        Uni.createFrom()
            .deferred(() -> clients.newClient(config(connection)))
            .memoize()
            .indefinitely();
    this.tokens =
        Uni.createFrom()
            .deferred(() -> client.flatMap(this::fetch))
            .onItem()
            .invoke(fetched -> current = fetched)
            .onFailure()
            .invoke(failure -> current = null)
            .memoize()
            .until(this::isOver);
  }

  @Override
  public Uni<String> accessToken() {
    return tokens
        .map(Tokens::getAccessToken)
        .onFailure()
        .transform(failure -> TokenFailures.of(connection, failure));
  }

  @Override
  public void forget() {
    current = null;
  }

  private Uni<Tokens> fetch(OidcClient oidc) {
    if (connection.credentials() instanceof Credentials.ClientSecret) {
      return oidc.getTokens();
    }
    return Uni.createFrom()
        .item(assertion::create)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(text -> oidc.getTokens(Map.of("client_assertion", text)));
  }

  private boolean isOver() {
    Tokens held = current;
    if (held == null) {
      return true;
    }
    Long expiresAt = held.getAccessTokenExpiresAt();
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

package dev.huntgate.upstream;

import dev.huntgate.upstream.Credentials.ClientSecret;
import dev.huntgate.upstream.Credentials.SecretFile;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Jwt.Source;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's tokens by Quarkus OIDC Client, fetched when first needed and renewed before their
 * end.
 *
 * <p>While the login service is down, a token is used to its very end.
 */
final class OidcTokenSource implements TokenSource {

  private static final Logger LOG = Logger.getLogger(OidcTokenSource.class);
  /* A token is renewed this long before it ends, so that none ends on its way. */
  private static final Duration EARLY = Duration.ofMinutes(2);
  /* Where it could not be renewed, the token that there is does for so long before the next try. */
  private static final Duration AGAIN = Duration.ofSeconds(10);
  /* The client's own time-out is for connecting; half open, a connection would hold up all calls. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Connection connection;
  private final OidcClients clients;
  private final ClientAssertion assertion;
  private final Clock clock;
  private final Duration deadline;
  private volatile @Nullable OidcClient client;
  private volatile @Nullable String clientSecret;
  private @Nullable Tokens current;
  private Instant renewal = Instant.MIN;
  private @Nullable Uni<Tokens> fetching;
  private boolean failed;

  OidcTokenSource(Connection connection, OidcClients clients, Clock clock) {
    this.connection = connection;
    this.clients = clients;
    this.assertion = new ClientAssertion(connection, clock);
    this.clock = clock;
    // In half of the time for a call, so that the call can still say what is wrong.
    Duration half = connection.limits().incidents().dividedBy(2);
    this.deadline = half.compareTo(LONGEST) < 0 ? half : LONGEST;
  }

  @Override
  public Uni<String> accessToken() {
    return Uni.createFrom().deferred(this::tokens).map(Tokens::getAccessToken);
  }

  @Override
  public synchronized void forget() {
    current = null;
  }

  @Override
  public synchronized TokenState state() {
    Tokens held = current;
    if (held != null && clock.instant().isBefore(end(held))) {
      return TokenState.HELD;
    }
    return failed ? TokenState.FAILED : TokenState.NOT_NEEDED;
  }

  /** One fetch at a time, whoever waits for it; a failed one is not kept. */
  private synchronized Uni<Tokens> tokens() {
    Tokens held = current;
    if (held != null && clock.instant().isBefore(renewal)) {
      return Uni.createFrom().item(held);
    }
    Uni<Tokens> running = fetching;
    if (running == null) {
      running =
          Uni.createFrom()
              .deferred(this::client)
              .flatMap(this::fetch)
              .ifNoItem()
              .after(deadline)
              .fail()
              .onFailure()
              .transform(failure -> TokenFailures.of(connection, failure))
              .onItemOrFailure()
              .transformToUni(this::fetched)
              .memoize()
              .indefinitely();
      fetching = running;
    }
    return running;
  }

  private synchronized Uni<Tokens> fetched(@Nullable Tokens fresh, @Nullable Throwable failure) {
    fetching = null;
    failed = fresh == null;
    if (fresh != null) {
      current = fresh;
      renewal = end(fresh).minus(EARLY);
      return Uni.createFrom().item(fresh);
    }
    letGo();
    Tokens held = current;
    Instant now = clock.instant();
    if (held != null && now.isBefore(end(held))) {
      Instant again = now.plus(AGAIN);
      renewal = again.isBefore(end(held)) ? again : end(held);
      return Uni.createFrom().item(held);
    }
    current = null;
    return Uni.createFrom().failure(failure);
  }

  /* With the client go its connections, which may be half open or pour without an end. */
  private void letGo() {
    OidcClient broken = client;
    client = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (IOException e) {
        LOG.debugf(e, "A client for tokens of tenant %s did not close", connection.tenant());
      }
    }
  }

  /* What says nothing of its life is good for one call only. */
  private Instant end(Tokens tokens) {
    Long expiresAt = tokens.getAccessTokenExpiresAt();
    return expiresAt == null ? clock.instant() : Instant.ofEpochSecond(expiresAt);
  }

  private Uni<OidcClient> client() {
    if (connection.credentials() instanceof SecretFile file) {
      return blocking(() -> CredentialText.read("client secret", file.file()))
          .flatMap(this::client);
    }
    return client(connection.credentials() instanceof ClientSecret fixed ? fixed.value() : null);
  }

  /* The client keeps its secret, so that another secret needs another client. */
  private synchronized Uni<OidcClient> client(@Nullable String secret) {
    if (!Objects.equals(secret, clientSecret)) {
      letGo();
      clientSecret = secret;
    }
    OidcClient made = client;
    return made != null
        ? Uni.createFrom().item(made)
        : clients.newClient(config(connection, secret)).invoke(fresh -> client = fresh);
  }

  private Uni<Tokens> fetch(OidcClient oidc) {
    return clientSecret != null
        ? oidc.getTokens()
        : blocking(assertion::create).flatMap(text -> oidc.getTokens(assertionForm(text)));
  }

  private Uni<String> blocking(Supplier<String> credential) {
    return Uni.createFrom()
        .item(credential)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure()
        .transform(failure -> TokenFailures.ofCredentials(connection, failure));
  }

  /* The client leaves the id out with an assertion; the identity platform asks for it. */
  private Map<String, String> assertionForm(String text) {
    return Map.of("client_id", connection.clientId(), "client_assertion", text);
  }

  private static OidcClientConfig config(Connection connection, @Nullable String secret) {
    OidcClientConfigBuilder builder =
        new OidcClientConfigBuilder()
            .id("huntgate-" + connection.tenant())
            .authServerUrl(connection.tokenUri().resolve(".").toString())
            .discoveryEnabled(false)
            .tokenPath(connection.tokenUri().toString())
            .clientId(connection.clientId())
            .scopes(connection.scope())
            .connectionTimeout(connection.limits().connect())
            .followRedirects(false);
    return secret != null
        ? builder.credentials().clientSecret(secret, Method.POST).end().build()
        : builder.credentials().jwt().source(Source.BEARER).endCredentials().build();
  }
}

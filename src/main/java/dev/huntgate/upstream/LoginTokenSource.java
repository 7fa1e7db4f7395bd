package dev.huntgate.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's tokens by its login service, fetched when first needed and renewed before their end.
 *
 * <p>While the login service is down, a token is used to its very end.
 */
final class LoginTokenSource implements TokenSource {

  /* A token is renewed this long before it ends, so that none ends on its way. */
  private static final Duration EARLY = Duration.ofMinutes(2);
  /* Where it could not be renewed, the token that there is does for so long before the next try. */
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 256 * 1024;

  /** Never printed. */
  private record AccessToken(String value, Instant expiry) {
    @Override
    public String toString() {
      return "AccessToken[***, " + expiry + "]";
    }
  }

  private final Connection connection;
  private final ClientAssertion assertion;
  private final Clock clock;
  private final Duration deadline;
  private final LoginApi login;
  private final String endPoint;
  private @Nullable AccessToken current;
  private Instant renewal = Instant.MIN;
  private @Nullable Uni<AccessToken> fetching;

  LoginTokenSource(Connection connection, Clock clock) {
    this.connection = connection;
    this.assertion = new ClientAssertion(connection, clock);
    this.clock = clock;
    // In half of the time for a call, so that the call can still say what is wrong.
    Duration half = connection.limits().incidents().dividedBy(2);
    this.deadline = half.compareTo(LONGEST) < 0 ? half : LONGEST;
    URI address = connection.tokenUri();
    String path = address.getRawPath();
    this.endPoint = path.substring(path.lastIndexOf('/') + 1);
    this.login =
        RestClients.at(address.resolve("."), connection.limits().connect(), deadline)
            .build(LoginApi.class);
  }

  @Override
  public Uni<String> accessToken() {
    return Uni.createFrom().deferred(this::token).map(AccessToken::value);
  }

  @Override
  public synchronized void forget() {
    current = null;
  }

  private synchronized Uni<AccessToken> token() {
    AccessToken held = current;
    if (held != null && clock.instant().isBefore(renewal)) {
      return Uni.createFrom().item(held);
    }
    Uni<AccessToken> running = fetching;
    if (running == null) {
      running =
          Uni.createFrom()
              .deferred(this::fetch)
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

  private synchronized Uni<AccessToken> fetched(
      @Nullable AccessToken fresh, @Nullable Throwable failure) {
    fetching = null;
    if (fresh != null) {
      current = fresh;
      renewal = fresh.expiry().minus(EARLY);
      return Uni.createFrom().item(fresh);
    }
    AccessToken held = current;
    Instant now = clock.instant();
    if (held != null && now.isBefore(held.expiry())) {
      Instant again = now.plus(AGAIN);
      renewal = again.isBefore(held.expiry()) ? again : held.expiry();
      return Uni.createFrom().item(held);
    }
    current = null;
    return Uni.createFrom().failure(failure);
  }

  private Uni<AccessToken> fetch() {
    return form()
        .flatMap(
            form -> Bodies.read(login.token(endPoint, form), new JsonBody(), MOST_BYTES, deadline))
        .map(this::read);
  }

  private Uni<byte[]> form() {
    if (connection.credentials() instanceof Credentials.ClientSecret secret) {
      return Uni.createFrom().item(TokenForm.withSecret(connection, secret.value()));
    }
    return Uni.createFrom()
        .item(assertion::create)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure()
        .transform(failure -> TokenFailures.ofCredentials(connection, failure))
        .map(text -> TokenForm.withAssertion(connection, text));
  }

  /* What says nothing of its life is good for this call only. */
  private AccessToken read(JsonNode answer) {
    String value = answer.path("access_token").asText("");
    if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalStateException("The login service's answer holds no token");
    }
    long seconds = Math.max(0, Math.min(answer.path("expires_in").asLong(0), Integer.MAX_VALUE));
    return new AccessToken(value, clock.instant().plusSeconds(seconds));
  }
}

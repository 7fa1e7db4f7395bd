package dev.huntgate.sandbox.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Hands out access tokens and knows them again until they expire. */
@Singleton
final class TokenIssuer {

  static final Duration LIFE = Duration.ofSeconds(3_599);
  private static final String SCHEME = "Bearer ";

  private record Grant(ApiFamily family, String tenant, Instant expiresAt) {}

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  @Inject
  TokenIssuer(Clock clock) {
    this.clock = clock;
  }

  String issue(ApiFamily family, String tenant) {
    Instant now = clock.instant();
    grants.values().removeIf(grant -> !grant.expiresAt().isAfter(now));
    byte[] secret = new byte[48];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    grants.put(token, new Grant(family, tenant, now.plus(LIFE)));
    return token;
  }

  /** The tenant that an Authorization header speaks for, if its token is good for the family. */
  Optional<String> tenant(@Nullable String header, ApiFamily family) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.ofNullable(grants.get(header.substring(SCHEME.length()).trim()))
        .filter(grant -> grant.family() == family && grant.expiresAt().isAfter(now))
        .map(Grant::tenant);
  }
}

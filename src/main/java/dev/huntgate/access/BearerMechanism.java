package dev.huntgate.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Knows callers by their bearer tokens, which Quarkus OIDC checks.
 *
 * <p>It stands in the place of OIDC's own mechanism: a token that was checked lately is known
 * again, and what is wrong with one is told.
 */
@Alternative
@Priority(1)
@Singleton
final class BearerMechanism implements HttpAuthenticationMechanism {

  /* Under this, an identity holds its passport. */
  static final String PASSPORT = Passport.class.getName();

  private final OidcAuthenticationMechanism oidc;
  private final Passports passports;
  private final PassportOffice office;
  private final IssuerGate gate;
  private final Clock clock;
  private final boolean needed;

  BearerMechanism(
      OidcAuthenticationMechanism oidc,
      Passports passports,
      AuthConfig config,
      ServedTenants served,
      Clock clock) {
    this.oidc = oidc;
    this.passports = passports;
    this.office = new PassportOffice(config, served);
    this.gate = new IssuerGate(clock);
    this.clock = clock;
    this.needed = AuthMode.of(config) == AuthMode.OIDC;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext exchange, IdentityProviderManager providers) {
    String token = needed && !Paths.isSandbox(exchange) ? BearerToken.of(exchange) : null;
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    Passport met = exchange.get(Callers.MET);
    Passport known = met == null ? passports.find(token) : met;
    if (known != null && known.isGoodAt(clock.instant())) {
      return Uni.createFrom().item(identity(known));
    }
    return gate.through(() -> oidc.authenticate(exchange, providers))
        .map(checked -> identity(issue(token, checked)))
        .onFailure()
        .transform(failure -> refused(exchange, failure));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
    Refusal refusal = Refusal.of(exchange);
    return Uni.createFrom()
        .item(new ChallengeData(refusal.status(), "WWW-Authenticate", refusal.challenge()));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext exchange) {
    return Uni.createFrom()
        .item(
            () -> {
              Refusal.of(exchange).send(exchange);
              return true;
            });
  }

  private Passport issue(String token, @Nullable SecurityIdentity checked) {
    if (checked == null || !(checked.getPrincipal() instanceof JsonWebToken)) {
      throw new AuthenticationFailedException("The token was not checked");
    }
    try {
      Passport passport = office.issue(TokenClaims.of(token));
      passports.keep(token, passport);
      return passport;
    } catch (IllegalArgumentException unusable) {
      throw new AuthenticationFailedException(unusable);
    }
  }

  private static SecurityIdentity identity(Passport passport) {
    String name = passport.callers().isEmpty() ? "nobody" : passport.callers().get(0).name();
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addAttribute(PASSPORT, passport)
        .build();
  }

  /* The authenticator asks for a challenge on this failure only, and asks whoever is noted last. */
  private AuthenticationFailedException refused(RoutingContext exchange, Throwable failure) {
    Refusal.because(failure).note(exchange);
    exchange.put(HttpAuthenticationMechanism.class.getName(), this);
    return failure instanceof AuthenticationFailedException known
        ? known
        : new AuthenticationFailedException(failure);
  }
}

package dev.huntgate.access;

import dev.huntgate.failure.Failure.Unauthenticated;
import dev.huntgate.failure.FailureException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells who sent a request. */
@Singleton
public final class Callers {

  /** The header in which a caller may choose among their tenants, where that is allowed. */
  public static final String TENANT_HEADER = "Huntgate-Tenant";

  /* Under this, a request that was not yet authenticated holds the passport of its token. */
  static final String MET = Callers.class.getName();

  private final @Nullable Passport everybody;
  private final Passports passports;
  private final Clock clock;

  Callers(AuthConfig config, ServedTenants served, Passports passports, Clock clock) {
    this.passports = passports;
    this.clock = clock;
    this.everybody =
        AuthMode.of(config) == AuthMode.NONE
            ? new PassportOffice(config, served).anonymous()
            : null;
  }

  /** Whether callers need a token. */
  public boolean needToken() {
    return everybody == null;
  }

  /**
   * Who sent a request, as far as authentication has come.
   *
   * @throws FailureException {@code UNAUTHENTICATED} when nobody is known, {@code FORBIDDEN} when
   *     they may not ask for the tenant that they ask for
   */
  public Caller of(RoutingContext exchange) {
    Passport passport = passport(exchange);
    if (passport == null) {
      throw new FailureException(new Unauthenticated(Refusal.of(exchange).message()));
    }
    return passport.caller(exchange.request().getHeader(TENANT_HEADER));
  }

  /**
   * Who sent a request that has yet to be authenticated, if its token was checked lately and is
   * still good; null for everybody else, who may be known later.
   */
  public @Nullable Caller met(RoutingContext exchange) {
    if (everybody == null) {
      String token = BearerToken.of(exchange);
      Passport known = token == null ? null : passports.find(token);
      if (known == null || !known.isGoodAt(clock.instant())) {
        return null;
      }
      exchange.put(MET, known);
    }
    return ifKnown(exchange);
  }

  /** Who sent a request, if that can be told. */
  public @Nullable Caller ifKnown(RoutingContext exchange) {
    Passport passport = passport(exchange);
    return passport == null
        ? null
        : passport.callerFor(exchange.request().getHeader(TENANT_HEADER));
  }

  /** Until when the one who sent a request is known; null when nobody is. */
  public @Nullable Instant knownUntil(RoutingContext exchange) {
    Passport passport = passport(exchange);
    return passport == null ? null : passport.expiry();
  }

  /** Whether a token was refused only because its issuer cannot be reached. */
  public boolean isIssuerDown(RoutingContext exchange) {
    return Refusal.of(exchange).passes();
  }

  private @Nullable Passport passport(RoutingContext exchange) {
    if (everybody != null) {
      return everybody;
    }
    return exchange.user() instanceof QuarkusHttpUser user
        ? user.getSecurityIdentity().getAttribute(BearerMechanism.PASSPORT)
        : exchange.get(MET);
  }
}

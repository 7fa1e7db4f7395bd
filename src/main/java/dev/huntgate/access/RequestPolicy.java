package dev.huntgate.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Lets a request in or not, whatever it asks for: where tokens are needed, nothing is open that is
 * not named in {@link Paths}.
 */
@Singleton
final class RequestPolicy implements HttpSecurityPolicy {

  private final boolean needed;

  RequestPolicy(AuthConfig config) {
    this.needed = AuthMode.of(config) == AuthMode.OIDC;
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext exchange,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext blocking) {
    return !needed || Paths.isOpen(exchange)
        ? CheckResult.permit()
        : identity.map(known -> isLetIn(exchange, known) ? CheckResult.PERMIT : CheckResult.DENY);
  }

  private static boolean isLetIn(RoutingContext exchange, SecurityIdentity known) {
    Passport passport = known.getAttribute(BearerMechanism.PASSPORT);
    return passport != null
        && (!Paths.isForAdministrators(exchange)
            || passport.callers().stream().anyMatch(caller -> caller.may(Permission.ADMIN)));
  }
}

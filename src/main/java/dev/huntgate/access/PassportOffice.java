package dev.huntgate.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads off a token, whose signature was checked, who holds it and what they may do. */
final class PassportOffice {

  /*
   * OpenID Connect: preferred_username and sub. Entra ID: upn for people in tokens of version 1, azp
   * (version 2) and appid (version 1) for applications, which have no user name.
   */
  private static final List<String> NAMES =
      List.of("preferred_username", "upn", "azp", "appid", "sub");
  private static final int LONGEST_NAME = 200;

  private final AuthConfig config;
  private final Grants grants;
  private final ServedTenants served;

  PassportOffice(AuthConfig config, ServedTenants served) {
    this.config = config;
    this.grants = Grants.of(config.roles());
    this.served = served;
  }

  /**
   * The passport that a token makes.
   *
   * @throws IllegalArgumentException when it names nobody
   */
  Passport issue(TokenClaims claims) {
    String name = name(claims);
    Set<String> held = new TreeSet<>();
    config.roles().claims().forEach(path -> held.addAll(claims.names(path)));
    Set<Permission> permissions = grants.permissions(held);
    List<Caller> callers =
        tenants(claims).stream().map(tenant -> new Caller(name, tenant, permissions)).toList();
    return new Passport(callers, claims.expiry().plus(config.leeway()));
  }

  /** The passport of everybody where nobody needs a token. */
  Passport anonymous() {
    return new Passport(usual(true).stream().map(Caller::anonymous).toList(), Instant.MAX);
  }

  private String name(TokenClaims claims) {
    List<String> paths = config.nameClaim().map(List::of).orElse(NAMES);
    String name = null;
    for (String path : paths) {
      name = name == null ? claims.text(path) : name;
    }
    if (name == null) {
      throw new IllegalArgumentException("It has none of the claims " + String.join(", ", paths));
    }
    String printable = name.replaceAll("\\p{C}", "?");
    return printable.substring(0, Math.min(LONGEST_NAME, printable.length()));
  }

  /* A claim that cannot be read is no claim to the tenant DEFAULT. */
  private List<Tenant> tenants(TokenClaims claims) {
    String path = config.tenantClaim().orElse(null);
    if (path == null || !claims.has(path)) {
      return usual(path == null);
    }
    List<Tenant> named =
        claims.texts(path).stream()
            .map(PassportOffice::tenant)
            .filter(tenant -> tenant != null && served.serve(tenant))
            .distinct()
            .toList();
    return choice(named);
  }

  /**
   * @param any whether the choice, where there is one, is among all tenants
   */
  private List<Tenant> usual(boolean any) {
    List<Tenant> tenants = new ArrayList<>();
    if (served.serve(Tenant.DEFAULT)) {
      tenants.add(Tenant.DEFAULT);
    }
    if (any && config.tenantHeader()) {
      served.tenants().stream().filter(tenant -> !tenants.contains(tenant)).forEach(tenants::add);
    }
    return tenants;
  }

  private List<Tenant> choice(List<Tenant> tenants) {
    return config.tenantHeader() ? tenants : tenants.stream().limit(1).toList();
  }

  private static @Nullable Tenant tenant(String name) {
    try {
      return Tenant.named(name);
    } catch (IllegalArgumentException noName) {
      return null;
    }
  }
}

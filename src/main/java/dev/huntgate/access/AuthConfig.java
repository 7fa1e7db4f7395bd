package dev.huntgate.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may ask: the settings from {@code huntgate.auth} and the keys below it. */
@ConfigMapping(prefix = "huntgate.auth")
public interface AuthConfig {

  /** Whether callers need a token, the value of {@code huntgate.auth} itself; absent is none. */
  @WithParentName
  Optional<AuthMode> mode();

  /** The issuer's address, which is also the claim {@code iss} of its tokens. */
  Optional<String> issuer();

  /** The audiences that tokens may be for; one of them has to be in {@code aud}. */
  Optional<List<String>> audience();

  /** The address of the issuer's keys, where it does not tell it by discovery. */
  Optional<String> jwks();

  /** The issuer's only key, in PEM, where its keys are not to be fetched at all. */
  Optional<String> publicKey();

  /** How far the issuer's clock may differ from ours. */
  @WithDefault("PT30S")
  Duration leeway();

  /** The claim that names a caller; absent is the first there is of the usual ones. */
  Optional<String> nameClaim();

  /** The claim that names a caller's tenant, or a list of them; absent is the tenant DEFAULT. */
  Optional<String> tenantClaim();

  /** Whether a header may choose among the tenants that a caller has. */
  @WithDefault("false")
  boolean tenantHeader();

  /** What in a token grants which permission. */
  Roles roles();

  /** The names of roles and scopes, each granting one permission. */
  interface Roles {

    /** The claims with roles or scopes: lists, or names with spaces between; a path has slashes. */
    @WithDefault("roles,realm_access/roles,scp,scope")
    List<String> claims();

    /** Those that grant {@code incidents.read}. */
    @WithDefault("incidents.read,Huntgate.Incidents.Read")
    List<String> incidentsRead();

    /** Those that grant {@code incidents.write}. */
    @WithDefault("incidents.write,Huntgate.Incidents.Write")
    List<String> incidentsWrite();

    /** Those that grant {@code hunting.saved}. */
    @WithDefault("hunting.saved,Huntgate.Hunting.Saved")
    List<String> huntingSaved();

    /** Those that grant {@code hunting.adhoc}. */
    @WithDefault("hunting.adhoc,Huntgate.Hunting.Adhoc")
    List<String> huntingAdhoc();

    /** Those that grant {@code export}. */
    @WithDefault("export,Huntgate.Export")
    List<String> export();

    /** Those that grant {@code admin}. */
    @WithDefault("admin,Huntgate.Admin")
    List<String> admin();
  }
}

package dev.huntgate.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tenants and how their upstream is reached. */
@ConfigMapping(prefix = "huntgate")
public interface TenantsConfig {

  /** The family used where a tenant does not say: graph or defender. */
  @WithDefault("graph")
  UpstreamFamily upstream();

  /** The tenants by name; a name has only letters and digits, a single tenant is DEFAULT. */
  Map<String, TenantConfig> tenants();

  /** One tenant. */
  interface TenantConfig {

    /** The tenant's id in the directory, a GUID or a domain name. */
    String tenantId();

    /** The id of the application registered for Huntgate. */
    String clientId();

    /** The application's client secret. */
    Optional<String> clientSecret();

    /** A file with the application's client secret. */
    Optional<Path> clientSecretFile();

    /** A PKCS#12 or JKS file with the application's certificate and private key. */
    Optional<Path> certificateFile();

    /** The password of the certificate file. */
    Optional<String> certificatePassword();

    /** A file with a token of a trusted issuer (workload identity federation). */
    Optional<Path> federatedTokenFile();

    /** The family for this tenant: graph or defender. */
    Optional<UpstreamFamily> upstream();

    /** The cloud that the tenant lives in: global, gcc, gcc-high or dod. */
    @WithDefault("global")
    Cloud cloud();

    /** The address under which the family's paths begin, where it is not the cloud's. */
    Optional<URI> baseUrl();

    /** The login service's address, where it is not the cloud's. */
    Optional<URI> loginUrl();

    /** The scope of the token, where it is not the family's in the cloud. */
    Optional<String> scope();

    /** Whether these addresses may be plain HTTP to other machines, too. */
    @WithDefault("false")
    boolean plainHttp();

    /** The part of the results' cache, 0 to 1, that is this tenant's own; else an equal part. */
    OptionalDouble cacheShare();

    /** The Defender portal's address, for links to incidents, where it is not the cloud's. */
    Optional<URI> portalUrl();
  }
}

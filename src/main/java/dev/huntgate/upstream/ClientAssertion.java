package dev.huntgate.upstream;

import dev.huntgate.upstream.Credentials.Certificate;
import dev.huntgate.upstream.Credentials.FederatedToken;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;

/**
 * The signed statement by which Huntgate shows the login service who it is, where it has no secret.
 *
 * <p>Signed with a certificate's key it is a JWT as the identity platform asks for it: PS256, the
 * certificate's thumbprint as {@code x5t#S256}, audience the token end point.
 */
final class ClientAssertion {

  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Connection connection;
  private final Clock clock;

  ClientAssertion(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /** A new assertion; reads a file, so it blocks. */
  String create() {
    if (connection.credentials() instanceof Certificate certificate) {
      return signed(certificate);
    }
    if (connection.credentials() instanceof FederatedToken token) {
      return CredentialText.read("federated token", token.file());
    }
    throw new IllegalStateException("A client secret needs no assertion");
  }

  private String signed(Certificate certificate) {
    try {
      KeyStore store = open(certificate);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          PrivateKey key = (PrivateKey) store.getKey(alias, certificate.password().toCharArray());
          return sign(key, (X509Certificate) store.getCertificate(alias));
        }
      }
      throw new IllegalStateException("There is no private key in " + certificate.file());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot use the certificate file " + certificate.file(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the certificate file " + certificate.file(), e);
    }
  }

  private static KeyStore open(Certificate certificate)
      throws GeneralSecurityException, IOException {
    boolean jks = certificate.file().toString().endsWith(".jks");
    KeyStore store = KeyStore.getInstance(jks ? "JKS" : "PKCS12");
    try (InputStream in = Files.newInputStream(certificate.file())) {
      store.load(in, certificate.password().toCharArray());
    }
    return store;
  }

  private String sign(PrivateKey key, X509Certificate certificate) {
    Instant now = clock.instant();
    return Jwt.claims()
        .issuer(connection.clientId())
        .subject(connection.clientId())
        .audience(connection.tokenUri().toString())
        .issuedAt(now)
        .claim("nbf", now.getEpochSecond())
        .expiresAt(now.plus(LIFE))
        .claim("jti", UUID.randomUUID().toString())
        .jws()
        .algorithm(SignatureAlgorithm.PS256)
        .thumbprintS256(certificate)
        .sign(key);
  }
}

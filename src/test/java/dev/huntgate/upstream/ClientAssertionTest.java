package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.huntgate.SettableClock;
import dev.huntgate.upstream.Connection.Limits;
import dev.huntgate.upstream.Credentials.Certificate;
import dev.huntgate.upstream.Credentials.FederatedToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAssertionTest {

  private static final String SERVER = "https://login.example";
  private static final int SALT_BYTES = 32;

  private final SettableClock clock = new SettableClock();

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void isSignedWithTheCertificatesKey_whateverTheKeyStore(String type) throws Exception {
    Path file = KeyStoresForTests.create(directory, type);

    String[] parts = assertion(file).create().split("\\.");

    X509Certificate certificate = KeyStoresForTests.certificate(file);
    assertTrue(isSignedBy(certificate, parts));
    JsonNode header = json(parts[0]);
    assertEquals("PS256", header.path("alg").asText());
    assertEquals("JWT", header.path("typ").asText());
    assertEquals(thumbprint(certificate), header.path("x5t#S256").asText());
  }

  @Test
  void saysWhoItIsForAndUntilWhen() throws Exception {
    Path file = KeyStoresForTests.create(directory, "PKCS12");

    JsonNode claims = json(assertion(file).create().split("\\.")[1]);

    assertEquals("client-1", claims.path("iss").asText());
    assertEquals("client-1", claims.path("sub").asText());
    JsonNode audience = claims.path("aud");
    assertEquals(
        SERVER + "/directory-1/oauth2/v2.0/token",
        audience.isArray() && audience.size() == 1 ? audience.get(0).asText() : audience.asText());
    long now = clock.instant().getEpochSecond();
    assertEquals(now, claims.path("nbf").asLong());
    assertEquals(now, claims.path("iat").asLong());
    long life = claims.path("exp").asLong() - now;
    assertTrue(life >= 5 * 60 && life <= 10 * 60, "exp is " + life + " s away");
  }

  @Test
  void neverRepeatsItsId() throws Exception {
    ClientAssertion assertion = assertion(KeyStoresForTests.create(directory, "PKCS12"));

    String first = json(assertion.create().split("\\.")[1]).path("jti").asText();
    String second = json(assertion.create().split("\\.")[1]).path("jti").asText();

    assertFalse(first.isEmpty());
    assertNotEquals(first, second);
  }

  @Test
  void followsTheKeyStore_whenItIsReplaced() throws Exception {
    Path file = KeyStoresForTests.create(directory, "PKCS12");
    X509Certificate old = KeyStoresForTests.certificate(file);
    ClientAssertion assertion = assertion(file);
    assertion.create();
    Files.delete(file);
    KeyStoresForTests.create(directory, "PKCS12");

    String[] parts = assertion.create().split("\\.");

    assertFalse(isSignedBy(old, parts));
    assertTrue(isSignedBy(KeyStoresForTests.certificate(file), parts));
  }

  @Test
  void isTheFederatedTokenAsItIsNow_withoutTheLineBreakAtItsEnd() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), "first.token.a\n");
    ClientAssertion assertion = assertion(new FederatedToken(file));

    String first = assertion.create();
    Files.writeString(file, "second.token.b\r\n");

    assertEquals("first.token.a", first);
    assertEquals("second.token.b", assertion.create());
  }

  private ClientAssertion assertion(Path keyStore) {
    return assertion(new Certificate(keyStore, KeyStoresForTests.PASSWORD));
  }

  private ClientAssertion assertion(Credentials credentials) {
    Limits limits =
        new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1);
    return new ClientAssertion(
        ConnectionsForTests.connection(UpstreamFamily.GRAPH, SERVER, limits, credentials), clock);
  }

  private static boolean isSignedBy(X509Certificate certificate, String[] parts)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_BYTES, 1));
    signature.initVerify(certificate.getPublicKey());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private static String thumbprint(X509Certificate certificate) throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static JsonNode json(String part) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
  }
}

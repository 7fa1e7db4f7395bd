package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Tenant;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of a tenant mean, and what is said of wrong ones. */
class ConnectionsTest {

  private static final String SECRET = "s3cret-of-the-client";

  @Test
  void reachesTheWorldwideCloud_whenOnlyTheNecessaryIsSet() {
    Connection connection = Settings.connection(Map.of("CLIENT_SECRET", SECRET));

    assertEquals(Tenant.DEFAULT, connection.tenant());
    assertEquals(UpstreamFamily.GRAPH, connection.family());
    assertEquals(URI.create("https://graph.microsoft.com/v1.0"), connection.baseUri());
    assertEquals(
        URI.create("https://login.microsoftonline.com/directory-1/oauth2/v2.0/token"),
        connection.tokenUri());
    assertEquals("https://graph.microsoft.com/.default", connection.scope());
  }

  @Test
  void reachesWhatIsSet() {
    Connection connection =
        Settings.connection(
            Map.of(
                "CLIENT_SECRET", SECRET,
                "UPSTREAM", "defender",
                "BASE_URL", "https://api-eu.security.microsoft.com",
                "LOGIN_URL", "https://login.microsoftonline.us/",
                "SCOPE", "https://api.example/.default"));

    assertEquals(UpstreamFamily.DEFENDER, connection.family());
    assertEquals(URI.create("https://api-eu.security.microsoft.com"), connection.baseUri());
    assertEquals(
        URI.create("https://login.microsoftonline.us/directory-1/oauth2/v2.0/token"),
        connection.tokenUri());
    assertEquals("https://api.example/.default", connection.scope());
  }

  @ParameterizedTest
  @CsvSource({
    "global, graph, microsoftonline.com, https://graph.microsoft.com/v1.0, security.microsoft.com",
    "gcc, graph, microsoftonline.com, https://graph.microsoft.com/v1.0, security.microsoft.com",
    "gcc-high, graph, microsoftonline.us, https://graph.microsoft.us/v1.0, security.microsoft.us",
    "GCC_HIGH, graph, microsoftonline.us, https://graph.microsoft.us/v1.0, security.microsoft.us",
    "dod, graph, microsoftonline.us, https://dod-graph.microsoft.us/v1.0, security.apps.mil",
    "global, defender, microsoftonline.com, https://api.security.microsoft.com,"
        + " security.microsoft.com",
    "gcc, defender, microsoftonline.com, https://api-gcc.security.microsoft.us,"
        + " security.microsoft.com",
    "gcc-high, defender, microsoftonline.us, https://api-gov.security.microsoft.us,"
        + " security.microsoft.us",
    "dod, defender, microsoftonline.us, https://api-gov.security.microsoft.us, security.apps.mil",
  })
  void reachesTheTenantsCloud(
      String cloud, String family, String login, String base, String portal) {
    Connection connection =
        Settings.connection(Map.of("CLIENT_SECRET", SECRET, "CLOUD", cloud, "UPSTREAM", family));

    assertEquals(URI.create(base), connection.baseUri());
    assertEquals("login." + login, connection.tokenUri().getHost());
    assertEquals("https://" + connection.baseUri().getHost() + "/.default", connection.scope());
    assertEquals(URI.create("https://" + portal), connection.portalUri());
  }

  @Test
  void namesTheSettings_whenThereIsNoCredential() {
    String message = refusal(Map.of());

    assertTrue(message.contains("HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET_FILE"), message);
    assertTrue(message.contains("HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET"), message);
    assertTrue(message.contains("HUNTGATE_TENANTS_DEFAULT_CERTIFICATE_FILE"), message);
    assertTrue(message.contains("HUNTGATE_TENANTS_DEFAULT_FEDERATED_TOKEN_FILE"), message);
  }

  @Test
  void saysHowManyAreSet_whenThereAreTwoCredentials() {
    String message = refusal(Map.of("CLIENT_SECRET", SECRET, "FEDERATED_TOKEN_FILE", "/run/token"));

    assertTrue(message.contains("2 are set"), message);
    assertTrue(message.contains("HUNTGATE_TENANTS_DEFAULT_CLIENT_SECRET"), message);
    assertFalse(message.contains(SECRET), message);
  }

  @ParameterizedTest
  @CsvSource({
    "BASE_URL, http://graph.example",
    "BASE_URL, http://10.0.0.1",
    "BASE_URL, http://localhost.example",
    "BASE_URL, http://127.0.0.1.example",
    "BASE_URL, ftp://localhost",
    "BASE_URL, graph.example",
    "LOGIN_URL, http://login.example",
    "LOGIN_URL, http://[2001:db8::1]",
  })
  void namesTheSetting_whenAnAddressIsNotSafe(String setting, String address) {
    String message = refusal(Map.of("CLIENT_SECRET", SECRET, setting, address));

    assertTrue(message.contains("HUNTGATE_TENANTS_DEFAULT_" + setting), message);
    assertFalse(message.contains(SECRET), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BASE_URL", "LOGIN_URL"})
  void allowsPlainHttpToOthers_onlyWhenThatIsSaid(String setting) {
    Map<String, String> variables = Map.of("CLIENT_SECRET", SECRET, setting, "http://sandbox.test");
    assertTrue(refusal(variables).contains("HUNTGATE_TENANTS_DEFAULT_PLAIN_HTTP=true"));

    Map<String, String> said = new HashMap<>(variables);
    said.put("PLAIN_HTTP", "true");

    assertTrue(Connections.isExposed(Settings.connection(said)));
    assertFalse(
        Connections.isExposed(
            Settings.connection(
                Map.of("CLIENT_SECRET", SECRET, "BASE_URL", "http://127.0.0.1:1"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://alice:s3cret-of-the-client@graph.example",
        "https://graph.example/v1.0?key=s3cret-of-the-client",
        "https://graph.example/v1.0#s3cret-of-the-client"
      })
  void refusesAnAddressWithMoreInIt_andDoesNotRepeatIt(String address) {
    for (String setting : new String[] {"BASE_URL", "LOGIN_URL"}) {
      String message = refusal(Map.of("CLIENT_SECRET", SECRET, setting, address));

      assertTrue(message.contains("HUNTGATE_TENANTS_DEFAULT_" + setting), message);
      assertFalse(message.contains(SECRET), message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:1", "HTTPS://x"})
  void allowsPlainHttpToThisMachineOnly(String address) {
    Connection connection =
        Settings.connection(Map.of("CLIENT_SECRET", SECRET, "BASE_URL", address));

    assertEquals(URI.create(address), connection.baseUri());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-b", "a_b", "a.b", "ä", "a b", "../x"})
  void refusesANameThatIsNotOneWord(String name) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Tenant.named(name)).getMessage();

    assertTrue(message.contains("'" + name + "'"), message);
  }

  @Test
  void printsNoSecret() {
    Connection secret = Settings.connection(Map.of("CLIENT_SECRET", SECRET));
    Connection certificate =
        Settings.connection(
            Map.of("CERTIFICATE_FILE", "/run/client.p12", "CERTIFICATE_PASSWORD", SECRET));

    for (Connection connection : new Connection[] {secret, certificate}) {
      assertFalse(connection.toString().contains(SECRET), connection.toString());
      assertFalse(connection.credentials().toString().contains(SECRET));
    }
    assertTrue(certificate.toString().contains("/run/client.p12"));
  }

  private static String refusal(Map<String, String> variables) {
    return assertThrows(IllegalArgumentException.class, () -> Settings.connection(variables))
        .getMessage();
  }
}

package dev.huntgate.access;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {

  private static final String ISSUER = "https://login.example/v2.0";

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(new String[] {"", "oidc"}, "HUNTGATE_AUTH_AUDIENCE"),
        Arguments.of(
            new String[] {"", "oidc", "audience", "api://huntgate"}, "HUNTGATE_AUTH_ISSUER"),
        Arguments.of(
            new String[] {"", "oidc", "audience", "any", "issuer", ISSUER},
            "HUNTGATE_AUTH_AUDIENCE"),
        Arguments.of(
            new String[] {"", "oidc", "audience", "x", "issuer", ISSUER, "leeway", "PT1H"},
            "HUNTGATE_AUTH_LEEWAY"),
        Arguments.of(
            new String[] {"", "oidc", "audience", "x", "issuer", ISSUER, "jwks", "http://keys/x"},
            "HUNTGATE_AUTH_JWKS"),
        Arguments.of(
            new String[] {
              "", "oidc", "audience", "x", "issuer", ISSUER, "jwks", ISSUER, "public-key", "y"
            },
            "HUNTGATE_AUTH_PUBLIC_KEY"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void namesTheSetting_thatIsWrong(String[] settings, String named) {
    String problem = OidcSettings.problem(AuthSettings.of(settings));
    assertTrue(problem != null && problem.contains(named), problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example",
        "http://127.0.0.1.example",
        "ftp://login.example",
        "login.example",
        "https:///v2",
        "not an address"
      })
  void refusesAnIssuer_thatCouldBePlayedByOthers(String issuer) {
    assertNotNull(
        OidcSettings.problem(AuthSettings.of("", "oidc", "audience", "x", "issuer", issuer)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ISSUER,
        "http://localhost:8180/realms/soc",
        "http://127.0.0.1/x",
        "http://[::1]/x"
      })
  void takesAnIssuer_overTlsOrOnThisMachine(String issuer) {
    assertNull(
        OidcSettings.problem(AuthSettings.of("", "oidc", "audience", "x", "issuer", issuer)));
  }

  @Test
  void asksForNothing_whenNobodyNeedsAToken() {
    assertNull(OidcSettings.problem(AuthSettings.of("", "none")));
    assertNull(OidcSettings.problem(AuthSettings.of()));
  }
}

package dev.huntgate.graphql;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.huntgate.access.IssuerForTests;
import dev.huntgate.access.Permission;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** What may be wrong with a token, and how it is refused. */
enum TokenKind {
  NONE("needs a token"),
  EXPIRED("has expired"),
  WRONG_AUDIENCE("is for another audience"),
  WRONG_SIGNATURE("is not valid"),
  RIGHT("");

  private static final int UNAUTHORIZED = 401;

  private final String said;

  TokenKind(String said) {
    this.said = said;
  }

  /** Nothing and each permission, with each kind of token. */
  static Stream<Arguments> grants() {
    return Stream.concat(Stream.of(Set.of()), Arrays.stream(Permission.values()).map(Set::of))
        .flatMap(held -> Arrays.stream(values()).map(kind -> Arguments.of(held, kind)));
  }

  @Nullable String token(IssuerForTests issuer, Permission... permissions) {
    return switch (this) {
      case NONE -> null;
      case EXPIRED -> issuer.expired(permissions);
      case WRONG_AUDIENCE -> issuer.forOthers(permissions);
      case WRONG_SIGNATURE -> issuer.forged(permissions);
      case RIGHT -> issuer.token(permissions);
    };
  }

  /** Asserts that an answer of GraphQL refuses this kind. */
  void assertRefused(ValidatableResponse answer) {
    assertChallenged(answer)
        .contentType(ContentType.JSON)
        .body("data", nullValue())
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"))
        .body("errors[0].message", containsString(said));
  }

  /** Asserts that an answer of a file refuses this kind. */
  void assertFileRefused(ValidatableResponse answer) {
    assertChallenged(answer)
        .contentType(ContentType.JSON)
        .body("code", equalTo("UNAUTHENTICATED"))
        .body("message", containsString(said));
  }

  /** Asserts what is said of it without a body. */
  ValidatableResponse assertChallenged(ValidatableResponse answer) {
    return answer
        .statusCode(UNAUTHORIZED)
        .header("Cache-Control", equalTo("no-store"))
        .header("RateLimit", nullValue())
        .header(
            "WWW-Authenticate",
            this == NONE
                ? equalTo("Bearer realm=\"Huntgate\"")
                : containsString("error=\"invalid_token\""));
  }
}

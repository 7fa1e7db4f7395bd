package dev.huntgate.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Checks who asks for a token: by secret, by Basic authentication, or by signed assertion. */
public final class ClientProof {

  /** The client that the sandbox knows. Neither this nor the secret protects anything. */
  public static final String CLIENT_ID = "huntgate-sandbox";

  /** Published on purpose: the sandbox holds nothing that is real. */
  public static final String CLIENT_SECRET = "sandbox-only";

  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** What came of the check, with the error that the identity platform gives for it. */
  enum Outcome {
    ACCEPTED(200, "", 0, ""),
    WRONG_GRANT(
        400, "unsupported_grant_type", 70003, "Only the client_credentials grant is known here."),
    UNKNOWN_CLIENT(
        401, "unauthorized_client", 700016, "No such client; the sandbox knows huntgate-sandbox."),
    WRONG_SECRET(401, "invalid_client", 7000215, "The client secret is wrong or missing."),
    WRONG_ASSERTION(401, "invalid_client", 50027, "The client assertion is not a signed JWT.");

    final int status;
    final String error;
    final int code;
    final String message;

    Outcome(int status, String error, int code, String message) {
      this.status = status;
      this.error = error;
      this.code = code;
      this.message = message;
    }
  }

  private ClientProof() {}

  static Outcome of(MultivaluedMap<String, String> form, @Nullable String authorization) {
    if (!"client_credentials".equals(form.getFirst("grant_type"))) {
      return Outcome.WRONG_GRANT;
    }
    if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return basic(authorization.substring(6).trim());
    }
    String assertion = form.getFirst("client_assertion");
    String client = form.getFirst("client_id");
    if (assertion != null && JWT_BEARER.equals(form.getFirst("client_assertion_type"))) {
      // The id may be left out here: the assertion names its subject.
      boolean known = client == null || client.equals(CLIENT_ID);
      return !known
          ? Outcome.UNKNOWN_CLIENT
          : wellFormed(assertion) ? Outcome.ACCEPTED : Outcome.WRONG_ASSERTION;
    }
    return checked(client, form.getFirst("client_secret"));
  }

  private static Outcome basic(String credentials) {
    try {
      String[] parts =
          new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8).split(":", 2);
      return parts.length < 2
          ? Outcome.WRONG_SECRET
          : checked(decoded(parts[0]), decoded(parts[1]));
    } catch (IllegalArgumentException notBase64) {
      return Outcome.WRONG_SECRET;
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  private static Outcome checked(@Nullable String client, @Nullable String secret) {
    if (!CLIENT_ID.equals(client)) {
      return Outcome.UNKNOWN_CLIENT;
    }
    return CLIENT_SECRET.equals(secret) ? Outcome.ACCEPTED : Outcome.WRONG_SECRET;
  }

  private static boolean wellFormed(String jwt) {
    String[] parts = jwt.split("\\.", -1);
    if (parts.length != 3 || parts[2].isEmpty()) {
      return false;
    }
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      decoder.decode(parts[2]);
      return Json.read(new String(decoder.decode(parts[0]), StandardCharsets.UTF_8)).has("alg")
          && Json.read(new String(decoder.decode(parts[1]), StandardCharsets.UTF_8))
              instanceof ObjectNode;
    } catch (IllegalArgumentException | JsonProcessingException malformed) {
      return false;
    }
  }
}

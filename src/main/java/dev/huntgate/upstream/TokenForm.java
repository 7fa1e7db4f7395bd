package dev.huntgate.upstream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the request for a token: by a secret, or by an assertion (RFC 7523, section 2.2). */
final class TokenForm {

  private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private TokenForm() {}

  static byte[] withSecret(Connection connection, String secret) {
    Map<String, String> form = form(connection);
    form.put("client_secret", secret);
    return encoded(form);
  }

  static byte[] withAssertion(Connection connection, String assertion) {
    Map<String, String> form = form(connection);
    form.put("client_assertion_type", JWT_BEARER);
    form.put("client_assertion", assertion);
    return encoded(form);
  }

  private static Map<String, String> form(Connection connection) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", connection.clientId());
    form.put("scope", connection.scope());
    return form;
  }

  private static byte[] encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }
}

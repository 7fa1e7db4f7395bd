package dev.huntgate.graphsdk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * A token of the sandbox's end point. The identity library would do the same, but asks for https
 * and for Microsoft's own login hosts.
 */
record SandboxToken(URI sandbox) implements AccessTokenProvider {

  @Override
  public String getAuthorizationToken(URI uri, Map<String, Object> context) {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.resolve("/sandbox/login/contoso/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&client_id=huntgate-sandbox"
                        + "&client_secret=sandbox-only"
                        + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"))
            .build();
    try {
      String body =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(body).path("access_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public AllowedHostsValidator getAllowedHostsValidator() {
    return new AllowedHostsValidator(sandbox.getHost());
  }
}

package dev.huntgate.upstream;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Puts the tenant's token on each request. */
final class BearerFilter implements ResteasyReactiveClientRequestFilter {

  private final TokenSource tokens;

  BearerFilter(TokenSource tokens) {
    this.tokens = tokens;
  }

  @Override
  public void filter(ResteasyReactiveClientRequestContext request) {
    request.suspend();
    tokens
        .accessToken()
        .subscribe()
        .with(
            token -> {
              request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
              request.resume();
            },
            request::resume);
  }
}

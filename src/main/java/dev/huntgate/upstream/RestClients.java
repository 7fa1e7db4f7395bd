package dev.huntgate.upstream;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.LoggingScope;

/** Makes the REST clients: they follow no redirects, and read no more than they are told to. */
final class RestClients {

  private static final Duration LITTLE = Duration.ofMillis(250);
  private static final int PART = 20;

  private RestClients() {}

  /**
   * A client, to be built.
   *
   * @param timeout for an answer as a whole; the client itself gives up a little earlier, so that
   *     who waits learns of it before they leave
   */
  static QuarkusRestClientBuilder at(URI address, Duration connect, Duration timeout) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(connect.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(earlier(timeout).toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .enableCompression(true)
        .userAgent("Huntgate")
        .disableDefaultMapper(true)
        .clientLogger(new WireWatch(timeout))
        .loggingScope(LoggingScope.REQUEST_RESPONSE)
        .register(new AnswerMapper());
  }

  private static Duration earlier(Duration timeout) {
    Duration part = timeout.dividedBy(PART);
    return timeout.minus(part.compareTo(LITTLE) < 0 ? part : LITTLE);
  }
}

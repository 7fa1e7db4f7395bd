package dev.huntgate.graphql.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * GraphiQL at {@code /q/graphql-ui}: the extension's page, started by a script of ours that opens
 * it with examples; nothing where it is switched off.
 */
@Singleton
final class Graphiql {

  static final String EXAMPLES = "/dev/huntgate/graphql/graphiql-examples.graphql";
  private static final String SCRIPT = "/dev/huntgate/graphql/graphiql.js";
  private static final String PATH = "/q/graphql-ui";
  private static final String STARTED_BY = PATH + "/render.js";
  private static final int PRIORITY = 60;
  private static final int NOT_FOUND = 404;

  private final GraphiqlConfig config;

  Graphiql(GraphiqlConfig config) {
    this.config = config;
  }

  void register(@Observes Filters filters) {
    if (config.enabled()) {
      Buffer script = script();
      filters.register(exchange -> start(exchange, script), PRIORITY);
    } else {
      filters.register(Graphiql::hide, PRIORITY);
    }
  }

  private static void start(RoutingContext exchange, Buffer script) {
    if (STARTED_BY.equals(exchange.request().path())) {
      exchange
          .response()
          .putHeader("Content-Type", "text/javascript; charset=utf-8")
          .putHeader("Cache-Control", "no-cache")
          .end(script);
    } else {
      exchange.next();
    }
  }

  private static void hide(RoutingContext exchange) {
    String path = exchange.normalizedPath();
    if (path.equals(PATH) || path.startsWith(PATH + "/")) {
      exchange.response().setStatusCode(NOT_FOUND).end();
    } else {
      exchange.next();
    }
  }

  private static Buffer script() {
    String examples = Json.createValue(read(EXAMPLES)).toString();
    return Buffer.buffer("const examples = " + examples + ";\n" + read(SCRIPT));
  }

  private static String read(String resource) {
    try (InputStream bytes = Graphiql.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("Huntgate was built without " + resource);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

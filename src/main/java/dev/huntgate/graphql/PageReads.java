package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.cache.Ready;
import dev.huntgate.cache.ReadyAnswers;
import dev.huntgate.cache.ReadyKey;
import dev.huntgate.hunting.Hunts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers requests that differ from one that was executed only in the page of rows they want. */
@ApplicationScoped
public class PageReads {

  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private final ReadyAnswers ready;
  private final Hunts hunts;

  PageReads(ReadyAnswers ready, Hunts hunts) {
    this.ready = ready;
    this.hunts = hunts;
  }

  /**
   * A request's parts that its answer hangs on.
   *
   * @param variables as they were sent; empty for none
   */
  public record Request(
      Caller caller, String document, @Nullable String operation, JsonObject variables) {

    private ReadyKey shapeKey() {
      return key("shape", document);
    }

    private ReadyKey pageKey(String cursorVariable) {
      JsonObject others = BUILDERS.createObjectBuilder(variables).remove(cursorVariable).build();
      return key("page", operation == null ? "" : operation, document, others.toString());
    }

    private @Nullable String cursor(String variable) {
      JsonValue value = variables.get(variable);
      return value instanceof JsonString text ? text.getString() : null;
    }

    /* Bodies of requests begin otherwise. */
    private ReadyKey key(String... parts) {
      return new ReadyKey(caller, String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The whole answer, if all but its page is ready. */
  public byte @Nullable [] answer(Request request) {
    ReadyShape known = ready.find(request.shapeKey(), ReadyShape.class);
    PageShape shape = known == null ? null : known.shape().orElse(null);
    String cursor = shape == null ? null : request.cursor(shape.variable());
    if (shape == null || cursor == null) {
      return null;
    }
    ReadyPages pages = ready.find(request.pageKey(shape.variable()), ReadyPages.class);
    byte[] body = pages == null ? null : pages.body(request.caller().tenant(), cursor);
    if (pages != null && body != null) {
      pages.uses().forEach(use -> hunts.again(use, HuntTerms.free(request.caller())));
    }
    return body;
  }

  /**
   * Learns from an answer that was executed.
   *
   * @param uses the kept results that it came from
   * @param pages the pages of rows that are in it
   */
  public void learn(Request request, byte[] body, List<Ready.Use> uses, List<PageRead> pages) {
    if (uses.size() != 1 || pages.size() != 1) {
      return;
    }
    ReadyShape known = ready.find(request.shapeKey(), ReadyShape.class);
    Optional<PageShape> shape =
        known == null ? Documents.pageShape(request.document()) : known.shape();
    if (known == null) {
      ready.keep(request.shapeKey(), new ReadyShape(shape));
    }
    shape.ifPresent(
        found -> {
          String cursor = request.cursor(found.variable());
          ReadyKey key = request.pageKey(found.variable());
          if (cursor != null && ready.wants(key)) {
            ReadyPages.of(request.caller().tenant(), found, cursor, pages.get(0), body, uses)
                .ifPresent(answers -> ready.keep(key, answers));
          }
        });
  }
}

package dev.huntgate.export;

import dev.huntgate.audit.Audit;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.failure.Failure.InvalidArgument;
import dev.huntgate.failure.Failure.Overloaded;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.result.Rows;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves a kept result as a file under {@code /hunts/}: it asks neither upstream nor the budget.
 */
@Singleton
final class ExportRoute {

  /* Behind authentication, which is at 200, and before what answers 404. */
  private static final int PRIORITY = 30;
  private static final Pattern PATH = Pattern.compile("/hunts/([^/]+)\\.(csv|ndjson)");

  private final Hunts hunts;
  private final ExportAccess access;
  private final ExportConfig config;
  private final Audit audit;
  private final AtomicInteger running = new AtomicInteger();

  ExportRoute(Hunts hunts, ExportAccess access, ExportConfig config, Audit audit) {
    if (config.atOnce() < 1) {
      throw new IllegalArgumentException(
          "huntgate.export.at-once has to be at least 1, not " + config.atOnce());
    }
    if (config.stalledAfter().toMillis() < 1) {
      throw new IllegalArgumentException(
          "huntgate.export.stalled-after has to be longer than nothing, not "
              + config.stalledAfter());
    }
    this.hunts = hunts;
    this.access = access;
    this.config = config;
    this.audit = audit;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, PRIORITY);
  }

  private void filter(RoutingContext exchange) {
    String path = exchange.request().path();
    Matcher matched = PATH.matcher(path == null ? "" : path);
    if (!matched.matches()) {
      exchange.next();
      return;
    }
    HttpMethod method = exchange.request().method();
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      ErrorAnswer.refuseMethod(exchange.response());
      return;
    }
    ExportFormat format =
        matched.group(2).equals(ExportFormat.CSV.ending()) ? ExportFormat.CSV : ExportFormat.NDJSON;
    try {
      answer(exchange, ExportRequest.of(matched.group(1), format, parameters(exchange)));
    } catch (RuntimeException thrown) {
      refuse(exchange, thrown);
    }
  }

  private void answer(RoutingContext exchange, ExportRequest request) {
    access
        .check(exchange, request)
        .subscribe()
        .with(
            caller -> find(exchange, request, new ExportAudit(audit, caller, request)),
            thrown -> refuse(exchange, thrown));
  }

  private void find(RoutingContext exchange, ExportRequest request, ExportAudit audited) {
    hunts
        .export(audited.caller(), request.resultId(), "id")
        .invoke(hunt -> audited.found(hunt.stored()))
        .flatMap(hunt -> send(exchange, request, hunt.stored(), audited))
        .subscribe()
        .with(
            done -> {},
            thrown -> {
              audited.refused(thrown);
              refuse(exchange, thrown);
            });
  }

  /* Whoever asks for the head alone gets no rows, which is no export. */
  private Uni<Void> send(
      RoutingContext exchange, ExportRequest request, StoredResult stored, ExportAudit audited) {
    Rows rows = stored.result().rows();
    Rows chosen = request.columns().isEmpty() ? rows : rows.project(request.columns());
    if (exchange.request().method() == HttpMethod.HEAD) {
      putHeaders(exchange, request, stored);
      exchange.response().end();
      return Uni.createFrom().voidItem();
    }
    enter();
    return access
        .begin(request)
        .onFailure()
        .invoke(refused -> running.decrementAndGet())
        .invoke(begun -> begin(exchange, request, stored, chosen, audited));
  }

  private void begin(
      RoutingContext exchange,
      ExportRequest request,
      StoredResult stored,
      Rows chosen,
      ExportAudit audited) {
    boolean gzipped = putHeaders(exchange, request, stored);
    int from = Math.min(request.skip(), chosen.size());
    int to = from + Math.min(request.first(), chosen.size() - from);
    start(exchange, new Pieces(writer(request, chosen), from, to, gzipped), audited);
  }

  private void start(RoutingContext exchange, Pieces pieces, ExportAudit audited) {
    HttpServerResponse response = exchange.response().setChunked(true);
    Context context = exchange.vertx().getOrCreateContext();
    Downloader client = new Downloader(exchange.vertx(), response, config.stalledAfter());
    Download download =
        new Download(
            pieces,
            client,
            work -> context.executeBlocking(work, false),
            failure -> {
              running.decrementAndGet();
              client.forget();
              audited.ended(failure, pieces.rows());
            });
    exchange.addEndHandler(ended -> download.leave());
    if (response.closed()) {
      download.leave();
    }
    download.begin();
  }

  private RowWriter writer(ExportRequest request, Rows rows) {
    return switch (request.format()) {
      case CSV ->
          new CsvWriter(rows, request.formulas() == null ? config.formulas() : request.formulas());
      case NDJSON -> new NdjsonWriter(rows);
    };
  }

  private void enter() {
    if (running.incrementAndGet() > config.atOnce()) {
      running.decrementAndGet();
      throw new FailureException(
          new Overloaded(
              config.atOnce() + " downloads are running, which is the most; try again soon."));
    }
  }

  /** Answers whether the file is compressed. */
  private static boolean putHeaders(
      RoutingContext exchange, ExportRequest request, StoredResult stored) {
    HttpServerRequest asked = exchange.request();
    boolean gzipped = Encodings.acceptGzip(asked.headers().getAll(HttpHeaders.ACCEPT_ENCODING));
    FileName wanted =
        request.filename() == null ? null : FileName.wanted(request.filename(), request.format());
    FileName name =
        wanted == null
            ? FileName.of(stored.storedAt(), request.resultId(), request.format())
            : wanted;
    MultiMap headers = exchange.response().headers();
    headers.set(HttpHeaders.CONTENT_TYPE, request.format().contentType());
    headers.set(HttpHeaders.CONTENT_DISPOSITION, name.disposition());
    headers.set(HttpHeaders.CACHE_CONTROL, "private, no-store");
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (gzipped) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return gzipped;
  }

  private static MultiMap parameters(RoutingContext exchange) {
    try {
      return exchange.queryParams();
    } catch (RuntimeException malformed) {
      throw new FailureException(
          new InvalidArgument("query", "The part behind ? in the address is malformed."));
    }
  }

  private static void refuse(RoutingContext exchange, Throwable thrown) {
    if (thrown instanceof FailureException known) {
      ErrorAnswer.send(exchange.response(), known.failure());
    } else {
      ErrorAnswer.send(exchange.response(), thrown);
    }
  }
}

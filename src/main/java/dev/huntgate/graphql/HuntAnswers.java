package dev.huntgate.graphql;

import dev.huntgate.access.Caller;
import dev.huntgate.budget.Operation;
import dev.huntgate.cache.Ready;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.hunting.Hunt;
import dev.huntgate.hunting.HuntRequest;
import dev.huntgate.hunting.Hunts;
import dev.huntgate.hunting.job.HuntJobs;
import dev.huntgate.result.RowRange;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The answers to fields that hunt: run, or read again where a cursor is given. */
@ApplicationScoped
public class HuntAnswers {

  private final Hunts hunts;
  private final HuntJobs jobs;

  HuntAnswers(Hunts hunts, HuntJobs jobs) {
    this.hunts = hunts;
    this.jobs = jobs;
  }

  /** The hunt that a field asks for. */
  Uni<Hunt> answer(HuntRequest request, DataFetchingEnvironment asked) {
    Caller asking = request.terms().caller();
    List<RowCursor> cursors =
        RowsRequest.selectedUnder(asked).stream()
            .map(RowsRequest::after)
            .filter(Objects::nonNull)
            .map(after -> RowCursor.decode(asking.tenant(), after))
            .toList();
    return cursors.isEmpty() ? run(request, asked) : reread(asking, request, cursors, asked);
  }

  /**
   * The hunt whose result a field reads again.
   *
   * @param argument what a failure names
   * @param check throws a failure when it is not the result that the caller means
   */
  Uni<Hunt> reread(
      Caller asking,
      String resultId,
      String argument,
      Consumer<StoredResult> check,
      DataFetchingEnvironment asked) {
    RowRange rows = SelectedRows.of(asking.tenant(), asked);
    return hunts
        .reread(asking, resultId, argument, rows, check)
        .onItem()
        .invoke(
            hunt -> {
              // A part may lack the rows of another page, which what is ready would be asked for.
              if (hunt.stored().result().isWhole()) {
                Readiness.used(asked, reading(hunt));
              }
            });
  }

  private static Ready.Use reading(Hunt hunt) {
    return new Ready.Use(hunt.stored(), false, hunt.stale() ? null : hunt.stored().freshUntil());
  }

  private Uni<Hunt> run(HuntRequest request, DataFetchingEnvironment asked) {
    RowRange rows = SelectedRows.of(request.terms().caller().tenant(), asked);
    return jobs.answer(request, rows)
        .onItem()
        .invoke(
            hunt -> {
              switch (hunt.served().origin()) {
                case KEPT -> Readiness.used(asked, answering(hunt, request));
                case SHARED -> {
                  // Nothing was spent; but the next answer will say that it was kept here.
                }
                case STALE, JOINED, BOUGHT -> Spent.mark(asked, Operation.HUNTING);
              }
            })
        .onFailure()
        .invoke(failure -> Spent.mark(asked, Operation.HUNTING, failure));
  }

  /* A cursor must never buy its result a second time. */
  private Uni<Hunt> reread(
      Caller asking, HuntRequest request, List<RowCursor> cursors, DataFetchingEnvironment asked) {
    return reread(
        asking,
        cursors.get(0).resultId(),
        "after",
        stored -> {
          if (!hunts.answers(stored, request)) {
            throw SealedCursor.refusal();
          }
        },
        asked);
  }

  private static Ready.Use answering(Hunt hunt, HuntRequest request) {
    StoredResult stored = hunt.stored();
    Instant until =
        request.maxAge() == null ? stored.freshUntil() : stored.storedAt().plus(request.maxAge());
    return new Ready.Use(stored, true, until);
  }
}

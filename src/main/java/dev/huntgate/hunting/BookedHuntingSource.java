package dev.huntgate.hunting;

import dev.huntgate.access.Tenant;
import dev.huntgate.budget.Spending;
import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Books for whom and for which hunt running time was spent; sits under the budget. */
public final class BookedHuntingSource implements HuntingSource {

  private final HuntingSource next;
  private final Spending spending;
  private final Clock clock;

  public BookedHuntingSource(HuntingSource next, Spending spending, Clock clock) {
    this.next = next;
    this.spending = spending;
    this.clock = clock;
  }

  @Override
  public Uni<HuntAnswer> run(Tenant tenant, HuntQuery query) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Instant sent = clock.instant();
              return next.run(tenant, query)
                  .onItem()
                  .invoke(answer -> book(tenant, query, sent, answer.runningTime()))
                  .onFailure(BookedHuntingSource::wasSent)
                  .invoke(failure -> book(tenant, query, sent, costOf(failure)))
                  .onCancellation()
                  .invoke(() -> book(tenant, query, sent, null));
            });
  }

  private void book(Tenant tenant, HuntQuery query, Instant sent, @Nullable Duration stated) {
    Duration used = stated == null ? Duration.between(sent, clock.instant()) : stated;
    spending.ran(
        tenant, query.terms().caller(), query.hunted(), used.isNegative() ? Duration.ZERO : used);
  }

  /** An upstream 429 takes no running time; what any other failure took, our clock says. */
  private static @Nullable Duration costOf(Throwable thrown) {
    return failure(thrown) instanceof Failure.UpstreamThrottled ? Duration.ZERO : null;
  }

  private static boolean wasSent(Throwable thrown) {
    Failure failure = failure(thrown);
    return !(failure instanceof Failure.Overloaded
        || (failure instanceof Failure.UpstreamUnavailable unavailable && !unavailable.sent()));
  }

  private static @Nullable Failure failure(Throwable thrown) {
    return thrown instanceof FailureException known ? known.failure() : null;
  }
}

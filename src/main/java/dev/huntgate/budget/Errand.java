package dev.huntgate.budget;

import dev.huntgate.budget.Admission.Deferred;
import dev.huntgate.budget.Admission.Granted;
import dev.huntgate.budget.Admission.Refused;
import dev.huntgate.budget.Admissions.Settlement;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.function.Supplier;

/**
 * One call from its ask to its end, from which the caller may leave at any moment.
 *
 * <p>An operator drops what comes at the moment of a cancellation; a grant dropped so would be
 * reserved for ever. So this takes every grant and gives back those that nobody wants any more.
 */
final class Errand<T> implements UniSubscriber<Admission> {

  private static final UniSubscription NONE = () -> {};

  private final Ask ask;
  private final Supplier<Uni<T>> call;
  private final Settlement<T> settle;
  private final UniEmitter<? super T> caller;
  private UniSubscription stage = NONE;
  private boolean left;

  Errand(Ask ask, Supplier<Uni<T>> call, Settlement<T> settle, UniEmitter<? super T> caller) {
    this.ask = ask;
    this.call = call;
    this.settle = settle;
    this.caller = caller;
    caller.onTermination(this::leave);
  }

  void follow(Uni<Admission> admission) {
    admission.subscribe().withSubscriber(this);
  }

  @Override
  public void onSubscribe(UniSubscription subscription) {
    enter(subscription);
  }

  @Override
  public void onItem(Admission answer) {
    if (answer instanceof Granted granted) {
      send(granted.reservation());
    } else if (answer instanceof Deferred deferred) {
      follow(deferred.outcome());
    } else {
      caller.fail(Admissions.failure(ask, (Refused) answer));
    }
  }

  @Override
  public void onFailure(Throwable failure) {
    caller.fail(failure);
  }

  private void send(Reservation reservation) {
    synchronized (this) {
      if (left) {
        reservation.withdraw();
        return;
      }
    }
    enter(
        Admissions.settled(reservation, call, settle)
                .subscribe()
                .with(caller::complete, caller::fail)
            ::cancel);
  }

  /** From now on leaving means to cancel this. */
  private void enter(UniSubscription next) {
    synchronized (this) {
      stage = next;
      if (!left) {
        return;
      }
    }
    next.cancel();
  }

  private void leave() {
    UniSubscription current;
    synchronized (this) {
      left = true;
      current = stage;
    }
    current.cancel();
  }
}

package dev.huntgate.hunting;

import dev.huntgate.budget.Admission.Place;
import dev.huntgate.cache.Kept;
import dev.huntgate.cache.Loaded;
import dev.huntgate.cache.ResultKey;
import dev.huntgate.cache.Served.Origin;
import dev.huntgate.cache.SharedResults.Found;
import dev.huntgate.cache.StoredResult;
import dev.huntgate.hunting.Turns.Mine;
import dev.huntgate.hunting.Turns.Others;
import dev.huntgate.hunting.Turns.Turn;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A run of a hunt that one replica does, while the others wait for its result or for its turn to
 * end, after which one of them takes over.
 */
final class SharedRun {

  private final Sharing sharing;
  private final ResultKey key;
  private final Predicate<? super Kept> willDo;
  private final Flight flight;
  private final Function<HuntQuery.Progress, Uni<StoredResult>> run;
  private final Uni<Void> impatience;
  /* What is looked up first is from before any run that this one waits for. */
  private String before = "";
  private boolean waited;

  /**
   * @param run runs the hunt here, and tells how far it is
   * @param impatience fails when the budget does not let the hunt go while its caller would wait,
   *     and never completes
   */
  SharedRun(
      Sharing sharing,
      ResultKey key,
      Predicate<? super Kept> willDo,
      Flight flight,
      Function<HuntQuery.Progress, Uni<StoredResult>> run,
      Uni<Void> impatience) {
    this.sharing = sharing;
    this.key = key;
    this.willDo = willDo;
    this.flight = flight;
    this.run = run;
    this.impatience = impatience;
  }

  /** The hunt's result: one that a replica kept if it will do, else of a run, here or there. */
  Uni<Loaded> result() {
    // A loop, and no chain that grows with each look: a hunt may wait for hours.
    return Uni.createFrom()
        .deferred(this::attempt)
        .repeat()
        .whilst(Optional::isEmpty)
        .select()
        .last()
        .toUni()
        .map(Optional::orElseThrow);
  }

  private Uni<Optional<Loaded>> attempt() {
    return kept()
        .flatMap(
            found ->
                found.isPresent()
                    ? Uni.createFrom().item(found)
                    : sharing.turns().take(key).flatMap(this::inTurn));
  }

  private Uni<Optional<Loaded>> inTurn(Turn turn) {
    if (turn instanceof Mine mine) {
      return mine(mine);
    }
    Others others = (Others) turn;
    waited = true;
    Instant since = others.runningSince();
    if (since != null && flight.admittedAt() == null) {
      flight.admitted(since);
    }
    Uni<Void> change = Uni.combine().any().of(others.change(), impatience);
    return flight.whileWanted(change).replaceWith(Optional.empty());
  }

  /* Between the look and the turn, another replica may have ended its run. */
  private Uni<Optional<Loaded>> mine(Mine mine) {
    return kept()
        .flatMap(
            found ->
                found.isPresent()
                    ? Uni.createFrom().item(found).invoke(mine::end)
                    : run.apply(new TurnProgress(mine, flight))
                        .invoke(stored -> keep(stored, mine))
                        .onFailure()
                        .invoke(mine::end)
                        .map(stored -> Optional.of(Loaded.bought(stored))))
        .onCancellation()
        .invoke(mine::end);
  }

  /* Whoever waits here does not wait for that; whoever waits elsewhere does. */
  private void keep(StoredResult stored, Mine mine) {
    sharing.results().keep(stored).subscribe().with(done -> mine.end(), failure -> mine.end());
  }

  private Uni<Optional<Loaded>> kept() {
    return sharing
        .results()
        .newest(key, this::isGood)
        .map(
            read -> read.map(stored -> new Loaded(stored, waited ? Origin.JOINED : Origin.SHARED)));
  }

  private boolean isGood(Found found) {
    if (!waited) {
      before = found.id();
    }
    return willDo.test(found) || !found.id().equals(before);
  }

  /** Tells the other replicas, too, when the budget lets the hunt go. */
  private record TurnProgress(Mine mine, Flight flight) implements HuntQuery.Progress {

    @Override
    public void admitted(Instant time) {
      flight.admitted(time);
      mine.admitted();
    }

    @Override
    public void queued(Supplier<Uni<Place>> at) {
      flight.queued(at);
    }

    @Override
    public <T> Uni<T> whileWanted(Uni<T> wanted) {
      return flight.whileWanted(wanted);
    }
  }
}

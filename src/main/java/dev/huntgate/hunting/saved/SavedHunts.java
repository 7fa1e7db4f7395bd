package dev.huntgate.hunting.saved;

import dev.huntgate.access.Caller;
import dev.huntgate.access.Permission;
import dev.huntgate.failure.Failure.NotFound;
import dev.huntgate.failure.FailureException;
import dev.huntgate.hunting.saved.HuntFolder.Contents;
import dev.huntgate.hunting.saved.SavedHunt.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The saved hunts as they are now.
 *
 * <p>The folder is looked at when somebody asks and the last look is old enough, by one thread;
 * others get what was there before, whole. All methods may read files, so they are not for event
 * loops.
 */
public final class SavedHunts {

  private static final Logger LOG = Logger.getLogger(SavedHunts.class);

  private static final Duration LONGEST = Duration.ofDays(1);

  /** What was found, and when to look again. */
  private record Found(SavedHuntSet set, Contents contents, boolean readable, long lookAfter) {}

  private final SavedHuntsConfig config;
  private final Optional<HuntFolder> folder;
  private final LongSupplier ticker;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private List<FileReading> builtIn = List.of();
  private volatile @Nullable Found found;

  /**
   * @param ticker nanoseconds that only go forward
   * @param clock what the queries mean by {@code now()} when they are checked
   */
  public SavedHunts(SavedHuntsConfig config, LongSupplier ticker, Clock clock) {
    if (config.checkEvery().isNegative() || config.checkEvery().compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "HUNTGATE_SAVED_HUNTS_CHECK_EVERY has to be from PT0S to PT24H, not "
              + config.checkEvery());
    }
    this.config = config;
    this.folder = config.folder().map(path -> new HuntFolder(Path.of(path)));
    this.ticker = ticker;
    this.clock = clock;
  }

  /**
   * Those that are wanted, by name.
   *
   * @throws FailureException {@code FORBIDDEN} when the caller may not run any
   */
  public List<SavedHunt> all(Caller caller, SavedHuntFilter filter) {
    caller.requireHunting();
    return current().hunts().values().stream().filter(filter::wants).toList();
  }

  /**
   * The one of this name.
   *
   * @throws FailureException {@code NOT_FOUND} naming {@code name}, or {@code FORBIDDEN} when the
   *     caller may not run any
   */
  public SavedHunt named(Caller caller, String name) {
    caller.requireHunting();
    return Optional.ofNullable(current().hunts().get(name))
        .orElseThrow(
            () ->
                new FailureException(
                    new NotFound(
                        "name",
                        "There is no saved hunt of this name; savedHunts lists those there are,"
                            + " and savedHuntProblems says which files cannot be read.")));
  }

  /**
   * What is wrong with files, by file and line.
   *
   * @throws FailureException {@code FORBIDDEN} when the caller is no administrator
   */
  public List<SavedHuntProblem> problems(Caller caller) {
    caller.require(Permission.ADMIN);
    return current().problems();
  }

  /** Reads the files if the last look at them is old enough; the log tells what is wrong. */
  public void refresh() {
    current();
  }

  private SavedHuntSet current() {
    Found now = found;
    if (now != null && (folder.isEmpty() || ticker.getAsLong() - now.lookAfter() < 0)) {
      return now.set();
    }
    if (now == null) {
      looking.lock();
    } else if (!looking.tryLock()) {
      return now.set();
    }
    try {
      return look();
    } finally {
      looking.unlock();
    }
  }

  private SavedHuntSet look() {
    Found last = found;
    if (last == null) {
      builtIn = config.builtIn() ? BuiltInHunts.read() : List.of();
      last = new Found(new SavedHuntSet(Map.of(), List.of()), Contents.NONE, true, 0);
    } else if (ticker.getAsLong() - last.lookAfter() < 0) {
      return last.set();
    }
    Found next = next(last, found == null);
    tell(last.set(), next.set(), found == null);
    found = next;
    return next.set();
  }

  private Found next(Found last, boolean first) {
    long lookAfter = ticker.getAsLong() + config.checkEvery().toNanos();
    Contents contents = last.contents();
    @Nullable SavedHuntProblem problem = null;
    try {
      if (folder.isPresent()
          && (first || !last.readable() || !folder.get().stamps().equals(contents.stamps()))) {
        Optional<Contents> read = folder.get().read();
        problem = read.isPresent() ? null : folder.get().restless();
        contents = read.orElse(contents);
      }
    } catch (IOException | UncheckedIOException | SecurityException gone) {
      problem = folder.map(HuntFolder::unreadable).orElse(null);
    }
    boolean readable = problem == null;
    if (!first && readable == last.readable() && contents == last.contents()) {
      return new Found(last.set(), contents, readable, lookAfter);
    }
    SavedHuntSet set = read(contents);
    if (problem != null) {
      List<SavedHuntProblem> problems = new ArrayList<>(set.problems());
      problems.add(problem);
      set = new SavedHuntSet(set.hunts(), problems);
    }
    return new Found(set, contents, readable, lookAfter);
  }

  private SavedHuntSet read(Contents contents) {
    List<FileReading> readings =
        contents.files().stream()
            .map(file -> SavedHuntReader.read(file, Origin.FOLDER, clock.instant()))
            .toList();
    SavedHuntSet set = SavedHuntSet.of(builtIn, readings);
    List<SavedHuntProblem> problems = new ArrayList<>(set.problems());
    problems.addAll(contents.problems());
    return new SavedHuntSet(set.hunts(), problems);
  }

  private static void tell(SavedHuntSet before, SavedHuntSet after, boolean first) {
    after.problems().stream()
        .filter(problem -> !before.problems().contains(problem))
        .forEach(
            problem ->
                LOG.warnf("Saved hunt %s", problem.toString().replaceAll("\\p{Cntrl}", " ")));
    after.hunts().values().stream()
        .filter(SavedHunt::overrides)
        .filter(hunt -> !hunt.equals(before.hunts().get(hunt.name())))
        .forEach(hunt -> LOG.infof("The folder's saved hunt %s overrides ours", hunt.name()));
    if (!first && !after.hunts().equals(before.hunts())) {
      LOG.infof("Saved hunts were read anew: there are %d now", after.hunts().size());
    }
  }
}

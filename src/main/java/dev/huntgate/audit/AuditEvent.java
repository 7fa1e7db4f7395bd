package dev.huntgate.audit;

import dev.huntgate.access.Caller;
import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Something that a caller did, or was refused, with what identifies it and nothing that it held.
 */
public sealed interface AuditEvent {

  /** What was done, such as {@code hunt}. */
  String name();

  /** Who did it, and for which tenant. */
  Caller caller();

  /** Why it was not done, or did not come to its end; null when it was done. */
  @Nullable FailureCode failure();

  /** What a failure is to be told as. */
  static FailureCode code(Throwable thrown) {
    if (thrown instanceof FailureException known) {
      return known.failure().code();
    }
    return thrown instanceof CancellationException ? FailureCode.CANCELLED : FailureCode.INTERNAL;
  }

  /**
   * A query.
   *
   * @param hash the hash of its canonical text
   * @param text its canonical text
   * @param timespan the stretch of time that goes with it; null for none
   */
  record Query(String hash, String text, @Nullable String timespan) {}

  /**
   * A result that was handed out.
   *
   * @param origin where it came from
   * @param fromCache whether it was there before
   * @param runningTime what its hunt cost upstream, once, whoever got it since
   */
  record Found(String origin, boolean fromCache, int rows, Duration runningTime) {}

  /** How somebody came to a result. */
  enum Way {
    /** They asked for the hunt. */
    HUNT,
    /** They read a kept result by its id or by a cursor. */
    READ,
    /** Nobody asked: the hunt was run again since its result was in use and about to be stale. */
    REFRESH
  }

  /**
   * A hunt, or the reading of its result.
   *
   * @param query null when it is not known
   * @param savedHunt the saved hunt's name; null when the caller wrote the query
   * @param job the id of the job that it became; null for none
   * @param found null when there is no result
   */
  record Hunted(
      Way way,
      Caller caller,
      @Nullable Query query,
      @Nullable String savedHunt,
      @Nullable String job,
      @Nullable FailureCode failure,
      @Nullable Found found)
      implements AuditEvent {
    @Override
    public String name() {
      return switch (way) {
        case HUNT -> "hunt";
        case READ -> "read";
        case REFRESH -> "refresh";
      };
    }
  }

  /**
   * A result as a file.
   *
   * @param query the hunt that it is the result of; null when it is not known
   * @param format the file's form; null when none was asked for yet
   * @param byLink whether a link's ticket was shown instead of a token
   * @param rows how many rows were written for the caller
   */
  record Exported(
      Caller caller,
      @Nullable Query query,
      @Nullable String format,
      boolean byLink,
      @Nullable FailureCode failure,
      int rows)
      implements AuditEvent {
    @Override
    public String name() {
      return "export";
    }
  }

  /**
   * The change of an incident.
   *
   * @param incident its id as the caller gave it; null when several were refused together
   * @param incidents how many this event is about
   * @param fields the names of what was to change
   */
  record Changed(
      Caller caller,
      @Nullable String incident,
      int incidents,
      List<String> fields,
      @Nullable FailureCode failure)
      implements AuditEvent {

    public Changed {
      fields = List.copyOf(fields);
    }

    @Override
    public String name() {
      return "incidentChange";
    }
  }
}

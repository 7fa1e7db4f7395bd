package dev.huntgate.graphql;

import dev.huntgate.access.Tenant;
import dev.huntgate.cache.Ready;
import dev.huntgate.failure.FailureException;
import dev.huntgate.result.Utf8Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are ready but for their page of rows, which is written when its cursor is known.
 *
 * <p>Made from an answer that was executed, and only if writing its page gives the very bytes that
 * executing it gave.
 */
public final class ReadyPages implements Ready {

  private static final int ENTRY_BYTES = 500;
  private static final int LONGEST_PAGE = 1_000;
  private static final int ROOM_BYTES = 4 * 1024;

  private final PageShape shape;
  private final PageRead read;
  private final byte[] before;
  private final byte[] behind;
  private final List<Use> uses;
  /* Enough for a body that is no longer than the longest so far; a race only makes one grow. */
  private int room = ROOM_BYTES;

  private ReadyPages(PageShape shape, PageRead read, byte[] before, byte[] behind, List<Use> uses) {
    this.shape = shape;
    this.read = read;
    this.before = before;
    this.behind = behind;
    this.uses = List.copyOf(uses);
  }

  /**
   * The pages that are told by one answer.
   *
   * @param cursor what the answer's page began behind
   * @param body the answer that was executed
   */
  static Optional<ReadyPages> of(
      Tenant tenant, PageShape shape, String cursor, PageRead read, byte[] body, List<Use> uses) {
    ReadyPages bare = new ReadyPages(shape, read, new byte[0], new byte[0], uses);
    byte[] page = read.first() > LONGEST_PAGE ? null : bare.body(tenant, cursor);
    int at = page == null ? -1 : indexOf(body, page, 0);
    if (page == null || at < 0 || indexOf(body, page, at + 1) >= 0) {
      return Optional.empty();
    }
    byte[] before = Arrays.copyOf(body, at);
    byte[] behind = Arrays.copyOfRange(body, at + page.length, body.length);
    return Optional.of(new ReadyPages(shape, read, before, behind, uses));
  }

  /** The answer with the page behind a cursor; null when the cursor is not one of these rows. */
  public byte @Nullable [] body(Tenant tenant, String cursor) {
    int from;
    try {
      RowCursor place = RowCursor.decode(tenant, cursor);
      if (!place.resultId().equals(read.resultId())
          || !place.view().equals(read.rows().fingerprint())) {
        return null;
      }
      from = Math.max(0, Math.min(place.next(), read.rows().size()));
    } catch (FailureException noCursor) {
      // Executing the request says what is wrong with it.
      return null;
    }
    Utf8Buffer out = new Utf8Buffer(room);
    out.append(before);
    new PageWriter(tenant, read, from, out).write(shape.members());
    out.append(behind);
    room = Math.max(room, out.size() + ROOM_BYTES);
    return out.toByteArray();
  }

  @Override
  public List<Use> uses() {
    return uses;
  }

  /** With the order of the rows, which these keep when nobody else does any more. */
  @Override
  public long bytes() {
    long order =
        read.rows().fingerprint().isEmpty() ? 0 : (long) Integer.BYTES * read.rows().size();
    return ENTRY_BYTES + before.length + behind.length + order;
  }

  private static int indexOf(byte[] body, byte[] page, int start) {
    for (int at = start; at + page.length <= body.length; at++) {
      if (Arrays.equals(body, at, at + page.length, page, 0, page.length)) {
        return at;
      }
    }
    return -1;
  }
}

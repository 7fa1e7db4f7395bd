package dev.huntgate.shared.results;

import dev.huntgate.cache.StoredResult;
import dev.huntgate.result.Result;
import dev.huntgate.result.ResultCodec;
import dev.huntgate.result.ResultJoiner;
import dev.huntgate.result.UnreadableResultException;
import dev.huntgate.shared.results.RowGroups.Span;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reading of groups of a shared result, which are joined as they come, so that no more than one
 * lies in memory beside what is made of them.
 */
final class GroupsReading {

  private final Pieces pieces;
  private final ResultHead head;
  private final RowGroups groups;
  private final Span span;
  private @Nullable ResultJoiner joiner;

  GroupsReading(Pieces pieces, ResultHead head, Span span) {
    this.pieces = pieces;
    this.head = head;
    this.groups = head.groups();
    this.span = span;
  }

  /**
   * The result with the rows of these groups; fails with {@link UnreadableResultException} where
   * one is missing or damaged.
   */
  Uni<StoredResult> read() {
    return Multi.createFrom()
        .range(span.from(), span.to() - 1)
        .onItem()
        .transformToUniAndConcatenate(group -> readGroup(group).invoke(this::join))
        .collect()
        .last()
        .flatMap(joined -> readGroup(span.to() - 1))
        .map(last -> head.with(whole(joinedWith(last))));
  }

  private Uni<Result> readGroup(int group) {
    String name = HuntNames.result(head.key().tenant(), head.id());
    return pieces
        .read(name, groups.firstPiece(group), groups.lengths().get(group))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            Unchecked.function(
                encoded ->
                    decoded(
                        group,
                        encoded.orElseThrow(
                            () -> new UnreadableResultException("A piece is missing")))));
  }

  private Result decoded(int group, byte[] encoded) throws UnreadableResultException {
    Result decoded = ResultCodec.decode(encoded);
    if (decoded.rowCount() != groups.rows(group)) {
      throw new UnreadableResultException("A group has " + decoded.rowCount() + " rows");
    }
    return decoded;
  }

  private void join(Result group) {
    ResultJoiner to = joiner == null ? new ResultJoiner(group.columns()) : joiner;
    to.add(group);
    joiner = to;
  }

  /* One that is alone is left as it is. */
  private Result joinedWith(Result last) {
    if (span.to() - span.from() == 1) {
      return last;
    }
    join(last);
    return Objects.requireNonNull(joiner).build();
  }

  private Result whole(Result read) {
    return groups.isAll(span)
        ? read
        : Result.part(read, span.from() * groups.groupRows(), groups.rowCount());
  }
}

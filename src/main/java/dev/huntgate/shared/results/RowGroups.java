package dev.huntgate.shared.results;

import dev.huntgate.result.Result;
import dev.huntgate.result.ResultCodec;
import dev.huntgate.result.ResultJoiner;
import dev.huntgate.result.RowRange;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the rows of a shared result are cut into groups, each encoded by itself, so that a page can
 * be read without the rest.
 *
 * @param rowCount how many rows the result has
 * @param groupRows how many of them are in each group but the last
 * @param lengths the encoded length of each group, in bytes
 */
record RowGroups(int rowCount, int groupRows, List<Integer> lengths) {

  RowGroups {
    lengths = List.copyOf(lengths);
  }

  /** A result's groups, encoded. */
  static List<byte[]> encode(Result result) {
    int groupRows = groupRows(result);
    return IntStream.range(0, count(result.rowCount(), groupRows))
        .mapToObj(
            group ->
                ResultCodec.encode(
                    ResultJoiner.cut(
                        result,
                        group * groupRows,
                        Math.min(result.rowCount(), (group + 1) * groupRows))))
        .toList();
  }

  /** The groups of a result that were encoded. */
  static RowGroups of(Result result, List<byte[]> encoded) {
    return new RowGroups(
        result.rowCount(), groupRows(result), encoded.stream().map(group -> group.length).toList());
  }

  /** Whether groups can be like this. */
  boolean isSound() {
    return rowCount >= 0
        && groupRows > 0
        && lengths.size() == count(rowCount, groupRows)
        && lengths.stream().allMatch(length -> length > 0)
        && bytes() <= Integer.MAX_VALUE;
  }

  /** The encoded length of all groups, in bytes. */
  long bytes() {
    return lengths.stream().mapToLong(Integer::longValue).sum();
  }

  /** The piece that a group begins with. */
  int firstPiece(int group) {
    return lengths.subList(0, group).stream().mapToInt(Pieces::count).sum();
  }

  /** How many rows a group has. */
  int rows(int group) {
    return Math.min(groupRows, rowCount - group * groupRows);
  }

  /** The groups that these rows are in, at least one: it tells the columns. */
  Span holding(RowRange rows) {
    int from = Math.min(rows.from() / groupRows, lengths.size() - 1);
    int behind = Math.min(rows.to(), rowCount);
    return new Span(from, Math.max(from + 1, count(behind, groupRows)));
  }

  /** Whether these are all groups. */
  boolean isAll(Span span) {
    return span.from == 0 && span.to == lengths.size();
  }

  /** Groups that follow each other; {@code to} is behind the last. */
  record Span(int from, int to) {}

  /* What is packed in memory takes no more when it is encoded, so each group is about a piece. */
  private static int groupRows(Result result) {
    long fitting = (long) result.rowCount() * Pieces.PIECE_BYTES / result.bytes();
    return (int) Math.max(1, Math.min(result.rowCount(), fitting));
  }

  /* A result without rows has columns. */
  private static int count(int rowCount, int groupRows) {
    return (int) Math.max(1, ((long) rowCount + groupRows - 1) / groupRows);
  }
}

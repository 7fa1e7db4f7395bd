package dev.huntgate.shared.results;

import dev.huntgate.shared.RedisCommands;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Encoded groups of rows in pieces, so that no command holds Redis or the connection up for long.
 *
 * <p>Each group begins with a piece of its own. Each piece has the whole patience, so a large
 * result takes as long as its pieces keep coming.
 */
final class Pieces {

  static final int PIECE_BYTES = 256 * 1024;
  static final String HEAD = "head";

  private final RedisCommands redis;

  Pieces(RedisCommands redis) {
    this.redis = redis;
  }

  static int count(int bytes) {
    return (bytes + PIECE_BYTES - 1) / PIECE_BYTES;
  }

  /** Writes all groups and the head under a name, which is forgotten again unless it is kept. */
  Uni<Void> write(String name, ResultHead head, List<byte[]> groups, long millis) {
    List<Buffer> pieces = groups.stream().flatMap(Pieces::cut).toList();
    Uni<Void> first =
        redis
            .send(
                Request.cmd(Command.HSET)
                    .arg(name)
                    .arg(HEAD)
                    .arg(head.encode())
                    .arg("0")
                    .arg(pieces.get(0)))
            .flatMap(done -> redis.send(Request.cmd(Command.PEXPIRE).arg(name).arg(millis)))
            .replaceWithVoid();
    return first.flatMap(
        begun ->
            Multi.createFrom()
                .range(1, pieces.size())
                .onItem()
                .transformToUniAndConcatenate(
                    index ->
                        redis.send(
                            Request.cmd(Command.HSET)
                                .arg(name)
                                .arg(index.toString())
                                .arg(pieces.get(index))))
                .collect()
                .last()
                .replaceWithVoid());
  }

  /** Reads one group; nothing where a piece of it is missing or of another length. */
  Uni<Optional<byte[]>> read(String name, int firstPiece, int length) {
    return Uni.createFrom()
        .deferred(
            () -> {
              byte[] encoded = new byte[length];
              return Multi.createFrom()
                  .range(0, count(length))
                  .onItem()
                  .transformToUniAndConcatenate(
                      index ->
                          redis
                              .send(
                                  Request.cmd(Command.HGET)
                                      .arg(name)
                                      .arg(String.valueOf(firstPiece + index)))
                              .map(piece -> copy(piece, encoded, index)))
                  .collect()
                  .asList()
                  .map(each -> each.contains(false) ? Optional.empty() : Optional.of(encoded));
            });
  }

  private static Stream<Buffer> cut(byte[] group) {
    return IntStream.range(0, count(group.length))
        .mapToObj(
            index -> {
              int length = length(group, index);
              return Buffer.buffer(length).appendBytes(group, index * PIECE_BYTES, length);
            });
  }

  private static boolean copy(@Nullable Response piece, byte[] encoded, int index) {
    if (piece == null) {
      return false;
    }
    Buffer bytes = piece.toBuffer();
    if (bytes.length() != length(encoded, index)) {
      return false;
    }
    bytes.getBytes(encoded, index * PIECE_BYTES);
    return true;
  }

  private static int length(byte[] encoded, int index) {
    return Math.min(PIECE_BYTES, encoded.length - index * PIECE_BYTES);
  }
}

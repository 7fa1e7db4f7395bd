package dev.huntgate.shared.results;

import dev.huntgate.shared.RedisCommands;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encoded results in pieces, so that no command holds Redis or the connection up for long.
 *
 * <p>Each piece has the whole patience, so a large result takes as long as its pieces keep coming.
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

  /** Writes all pieces and the head under a name, which is forgotten again unless it is kept. */
  Uni<Void> write(String name, ResultHead head, byte[] encoded, long millis) {
    Uni<Void> first =
        redis
            .send(
                Request.cmd(Command.HSET)
                    .arg(name)
                    .arg(HEAD)
                    .arg(head.encode())
                    .arg("0")
                    .arg(piece(encoded, 0)))
            .flatMap(done -> redis.send(Request.cmd(Command.PEXPIRE).arg(name).arg(millis)))
            .replaceWithVoid();
    return first.flatMap(
        begun ->
            Multi.createFrom()
                .range(1, head.pieces())
                .onItem()
                .transformToUniAndConcatenate(
                    index ->
                        redis.send(
                            Request.cmd(Command.HSET)
                                .arg(name)
                                .arg(index.toString())
                                .arg(piece(encoded, index))))
                .collect()
                .last()
                .replaceWithVoid());
  }

  /** Reads all pieces; nothing where one is missing or of another length. */
  Uni<Optional<byte[]>> read(String name, ResultHead head) {
    return Uni.createFrom()
        .deferred(
            () -> {
              byte[] encoded = new byte[head.bytes()];
              return Multi.createFrom()
                  .range(0, head.pieces())
                  .onItem()
                  .transformToUniAndConcatenate(
                      index ->
                          redis
                              .send(Request.cmd(Command.HGET).arg(name).arg(index.toString()))
                              .map(piece -> copy(piece, encoded, index)))
                  .collect()
                  .asList()
                  .map(each -> each.contains(false) ? Optional.empty() : Optional.of(encoded));
            });
  }

  private static Buffer piece(byte[] encoded, int index) {
    int length = length(encoded, index);
    return Buffer.buffer(length).appendBytes(encoded, index * PIECE_BYTES, length);
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

package dev.huntgate.shared;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A script that Redis runs all or nothing, and the digest by which Redis knows it.
 *
 * @param digest the SHA-1 of the text, which is how Redis names scripts
 */
public record RedisScript(String text, String digest) {

  /**
   * Reads a script off this package's resources.
   *
   * @param parts the names of the files that are joined to it
   */
  public static RedisScript of(String... parts) {
    StringBuilder joined = new StringBuilder();
    for (String part : parts) {
      joined.append(read(part)).append('\n');
    }
    String text = joined.toString();
    return new RedisScript(text, digestOf(text));
  }

  /** The request that runs it, where Redis knows it already. */
  Request known(List<String> keys, List<String> arguments) {
    return request(Command.EVALSHA, digest, keys, arguments);
  }

  /** The request that makes it known and runs it. */
  Request whole(List<String> keys, List<String> arguments) {
    return request(Command.EVAL, text, keys, arguments);
  }

  private static Request request(
      Command how, String script, List<String> keys, List<String> arguments) {
    Request request = Request.cmd(how).arg(script).arg(keys.size());
    keys.forEach(request::arg);
    arguments.forEach(request::arg);
    return request;
  }

  private static String read(String part) {
    try (InputStream in = RedisScript.class.getResourceAsStream(part)) {
      if (in == null) {
        throw new IllegalStateException("The script's part " + part + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digestOf(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

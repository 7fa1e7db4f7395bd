package dev.huntgate.shared.tickets;

import dev.huntgate.access.SharedTickets;
import dev.huntgate.access.Tenant;
import dev.huntgate.access.Ticket;
import dev.huntgate.shared.RedisCommands;
import dev.huntgate.shared.RedisKeys;
import dev.huntgate.shared.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in Redis, each under a digest of it: whoever reads there learns none that opens a file.
 */
public final class RedisTickets implements SharedTickets {

  private static final Logger LOG = Logger.getLogger(RedisTickets.class);
  private static final RedisScript SCRIPT = RedisScript.of("ticket.lua");
  private static final String HOLDER = "holder";
  private static final String TENANT = "tenant";
  private static final String PATH = "path";
  /* No ticket is longer; whatever else a caller sends is not worth asking for. */
  private static final int LONGEST = 100;

  private final RedisCommands redis;

  public RedisTickets(RedisCommands redis) {
    this.redis = redis;
  }

  @Override
  public Uni<Boolean> put(String ticket, Ticket what, Duration life) {
    return redis
        .run(
            SCRIPT,
            List.of(name(ticket)),
            List.of(
                what.holder(), what.tenant().name(), what.path(), String.valueOf(life.toMillis())))
        .map(done -> true)
        .onFailure()
        .recoverWithItem(failure -> unsaid(failure, false));
  }

  @Override
  public Uni<Optional<Ticket>> find(String ticket) {
    if (ticket.length() > LONGEST) {
      return Uni.createFrom().item(Optional.empty());
    }
    return redis
        .send(Request.cmd(Command.HMGET).arg(name(ticket)).arg(HOLDER).arg(TENANT).arg(PATH))
        .map(RedisTickets::ticket)
        .onFailure()
        .recoverWithItem(failure -> unsaid(failure, Optional.empty()));
  }

  @Override
  public Uni<Taken> take(String ticket) {
    return redis
        .send(Request.cmd(Command.DEL).arg(name(ticket)))
        .map(gone -> gone != null && gone.toString().equals("1") ? Taken.YES : Taken.NO)
        .onFailure()
        .recoverWithItem(failure -> unsaid(failure, Taken.NOBODY_KNOWS));
  }

  private static Optional<Ticket> ticket(@Nullable Response fields) {
    if (fields == null || fields.get(0) == null || fields.get(1) == null || fields.get(2) == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Ticket(
            fields.get(0).toString(),
            new Tenant(fields.get(1).toString()),
            fields.get(2).toString()));
  }

  private static String name(String ticket) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
      return RedisKeys.channel("ticket:" + HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T unsaid(Throwable failure, T instead) {
    LOG.debugf("Other replicas were not asked for a ticket: %s", failure.getMessage());
    return instead;
  }
}

package dev.huntgate.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A TCP proxy that harms what a server answers, and counts what its clients do not let go of. */
public final class ToxicProxy implements AutoCloseable {

  private static final String THREADS = "toxic";
  private static final long DRIP_NANOS = 20_000_000;
  private static final byte[] FILLER = "[{\"A\":1},".repeat(910).getBytes(StandardCharsets.UTF_8);

  /** What becomes of a connection. */
  public enum Poison {
    /** Nothing: bytes go both ways. */
    NONE,
    /** It is reset as soon as it is there, or used again. */
    RESET_AT_ONCE,
    /** It is reset when the request has come. */
    RESET_ON_REQUEST,
    /** It is reset in the middle of the answer. */
    RESET_IN_ANSWER,
    /** It ends politely in the middle of the answer. */
    END_IN_ANSWER,
    /** The request is taken, and nothing comes back. */
    HALF_OPEN,
    /** The answer comes byte by byte, one in 20 milliseconds. */
    DRIP,
    /** A good answer begins, and does not end. */
    ENDLESS,
    /** Likewise, in a type that is read line by line. */
    ENDLESS_LINE,
    /** Likewise, as events. */
    ENDLESS_EVENTS,
    /** An answer with an error status begins, and does not end. */
    ENDLESS_ERROR,
    /** The head of an answer has no end. */
    ENDLESS_HEAD,
    /** The answer is longer than it says. */
    LENGTH_TOO_SHORT,
    /** The answer is shorter than it says. */
    LENGTH_TOO_LONG
  }

  private final URI target;
  private final ServerSocket listening;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicLong poured = new AtomicLong();
  private volatile Poison poison = Poison.NONE;
  private volatile boolean closed;

  public ToxicProxy(String target) {
    this.target = URI.create(target);
    try {
      this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    start(this::listen);
  }

  public String address() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** From the next connection on, and for those that are there from their next request on. */
  public void poison(Poison with) {
    poison = with;
  }

  /** How many connections clients hold open. */
  public int open() {
    return clients.size();
  }

  /** How many connections there were. */
  public int accepted() {
    return accepted.get();
  }

  /** How many bytes of endless answers went out. */
  public long poured() {
    return poured.get();
  }

  /** Whether a thread is one of a proxy's. */
  public static boolean isOurs(Thread thread) {
    return thread.getName().startsWith(THREADS);
  }

  @Override
  public void close() {
    closed = true;
    quietly(listening);
    clients.forEach(ToxicProxy::quietly);
  }

  private void listen() {
    while (!closed) {
      try {
        Socket client = listening.accept();
        accepted.incrementAndGet();
        clients.add(client);
        start(() -> serve(client));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (Socket server = new Socket(target.getHost(), target.getPort())) {
      if (poison == Poison.RESET_AT_ONCE) {
        reset(client);
        return;
      }
      start(() -> answer(server, client));
      byte[] buffer = new byte[8_192];
      InputStream in = client.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Poison now = poison;
        if (now == Poison.RESET_ON_REQUEST || now == Poison.RESET_AT_ONCE) {
          reset(client);
          return;
        }
        if (now == Poison.NONE || now == Poison.DRIP || now.name().endsWith("_IN_ANSWER")) {
          server.getOutputStream().write(buffer, 0, read);
        } else if (now.name().startsWith("ENDLESS")) {
          pour(client, now);
          return;
        } else if (now == Poison.LENGTH_TOO_SHORT) {
          misstate(client, 5);
        } else if (now == Poison.LENGTH_TOO_LONG) {
          misstate(client, 5_000);
          return;
        }
      }
    } catch (IOException gone) {
      // Whoever is at the other end finds out.
    } finally {
      quietly(client);
      clients.remove(client);
    }
  }

  private void answer(Socket server, Socket client) {
    byte[] buffer = new byte[8_192];
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Poison now = poison;
        if (now == Poison.DRIP) {
          for (int i = 0; i < read; i++) {
            out.write(buffer[i]);
            LockSupport.parkNanos(DRIP_NANOS);
          }
        } else if (now.name().endsWith("_IN_ANSWER")) {
          out.write(buffer, 0, read / 2);
          LockSupport.parkNanos(5 * DRIP_NANOS);
          if (now == Poison.RESET_IN_ANSWER) {
            client.setSoLinger(true, 0);
          }
          client.close();
          return;
        } else {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException gone) {
      quietly(client);
    }
  }

  /* As fast as it is taken, until it is taken no more. */
  private void pour(Socket client, Poison kind) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(head(kind).getBytes(StandardCharsets.UTF_8));
    byte[] chunk = kind == Poison.ENDLESS_HEAD ? FILLER : chunk();
    while (!closed) {
      out.write(chunk);
      poured.addAndGet(chunk.length);
    }
  }

  /* With the end of a line, since a client looks at what is too much only when a line of it came. */
  private static void misstate(Socket client, int length) throws IOException {
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(
                length, "{\"id\": \"1\", \"access_token\": \"token\", \"expires_in\": 3599}\r\n");
    client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static String head(Poison kind) {
    if (kind == Poison.ENDLESS_HEAD) {
      return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Much: ";
    }
    String type =
        switch (kind) {
          case ENDLESS_LINE -> "application/x-ndjson";
          case ENDLESS_EVENTS -> "text/event-stream";
          default -> "application/json";
        };
    String begin = kind == Poison.ENDLESS_LINE || kind == Poison.ENDLESS_EVENTS ? "" : "1\r\n{\r\n";
    return "HTTP/1.1 %s\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n%s"
        .formatted(kind == Poison.ENDLESS_ERROR ? "500 Broken" : "200 OK", type, begin);
  }

  private static byte[] chunk() {
    String size = Integer.toHexString(FILLER.length) + "\r\n";
    return (size + new String(FILLER, StandardCharsets.UTF_8) + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void reset(Socket client) throws IOException {
    client.setSoLinger(true, 0);
    client.close();
  }

  private static void quietly(@Nullable AutoCloseable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (Exception alreadyGone) {
      // It is closed all the same.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, THREADS);
    thread.setDaemon(true);
    thread.start();
  }
}

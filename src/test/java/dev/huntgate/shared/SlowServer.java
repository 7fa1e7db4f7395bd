package dev.huntgate.shared;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What takes its time to answer PONG to whatever it is asked. */
final class SlowServer implements AutoCloseable {

  private final ServerSocket listening;
  private final Duration time;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  SlowServer(Duration time) throws IOException {
    this.time = time;
    this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many there were. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        connections.incrementAndGet();
        thread(() -> answer(socket));
      }
    } catch (IOException closed) {
      // Nobody connects any more.
    }
  }

  private void answer(Socket socket) {
    byte[] command = new byte[4_096];
    try (InputStream in = socket.getInputStream()) {
      for (int read = in.read(command); read > 0; read = in.read(command)) {
        LockSupport.parkNanos(time.toNanos());
        socket.getOutputStream().write("+PONG\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException gone) {
      // The client has left.
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "slow server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}

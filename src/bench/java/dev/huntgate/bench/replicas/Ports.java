package dev.huntgate.bench.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ports of this machine. */
final class Ports {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

  private Ports() {}

  static int free() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until somebody listens. */
  static void await(int port) {
    long until = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() < until) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException notYet) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
    throw new IllegalStateException("Nothing listens at " + port);
  }
}

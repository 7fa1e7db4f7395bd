package dev.huntgate.bench.replicas;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A real Redis that keeps nothing on disk. */
final class RedisProcess {

  private final Children children;
  private final String binary;
  final int port = Ports.free();
  private Process process;

  RedisProcess(Children children, String binary) throws IOException {
    this.children = children;
    this.binary = binary;
    start();
  }

  /** Starts it, empty. */
  void start() throws IOException {
    process =
        children.start(
            "redis",
            Map.of(),
            List.of(
                binary,
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no"));
    Ports.await(port);
  }

  /** Ends it, and what it kept is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** It answers nobody until it goes on. */
  void stop() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
  }
}

package org.lectern.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An nginx that serves one file of 20,480 bytes: a yardstick that others have too. */
final class Nginx implements AutoCloseable {

  private static final int SIZE = 20_480;

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it, where there is one. */
  static Optional<Nginx> start(Path folder) throws IOException, InterruptedException {
    for (var place : new String[] {"/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"}) {
      if (Files.isExecutable(Path.of(place))) {
        return start(place, Files.createDirectories(folder.resolve("nginx")));
      }
    }
    return Optional.empty();
  }

  private static Optional<Nginx> start(String command, Path folder) throws IOException, InterruptedException {
    var port = freePort();
    Files.createDirectories(folder.resolve("logs"));
    Files.write(Files.createDirectories(folder.resolve("html")).resolve("page.html"), new byte[SIZE]);
    Files.writeString(folder.resolve("nginx.conf"), """
        %s
        worker_processes 2;
        pid logs/nginx.pid;
        error_log logs/error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nodelay on;
          keepalive_requests 100000000;
          server { listen 127.0.0.1:%d; root html; }
        }
        """.formatted(System.getProperty("user.name").equals("root") ? "user root;" : "", port));
    var process = new ProcessBuilder(command, "-p", folder.toString(), "-c", "nginx.conf", "-g", "daemon off;")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
    return process.waitFor(500, TimeUnit.MILLISECONDS) ? Optional.empty() : Optional.of(new Nginx(process, port));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}

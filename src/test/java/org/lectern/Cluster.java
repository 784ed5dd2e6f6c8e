package org.lectern;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What {@code ./lectern cluster} starts: PostgreSQL, two nodes of the packaged server, and before them nginx where there
 * is one, without sticky sessions. Everything is a plain process on this computer and ends with this one.
 */
final class Cluster implements AutoCloseable {

  private static final Path NGINX = Path.of("/usr/sbin/nginx");

  private final Path folder;
  private final MortalPostgres postgres;
  private final List<PackagedServer> nodes = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable Process nginx;

  private Cluster() throws IOException {
    folder = Files.createTempDirectory("lectern-cluster");
    postgres = new MortalPostgres(folder.resolve("postgres"));
  }

  private void start(int port) throws IOException, InterruptedException {
    say("PostgreSQL: %s", postgres.url());
    for (var number = 1; number <= 2; number++) {
      var node = PackagedServer.start(folder,
          Map.of("lectern.content", Path.of("content").toAbsolutePath().toString(), "quarkus.datasource.jdbc.url",
              postgres.url(), "quarkus.datasource.username", "postgres",
              "quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
              "lectern.public-url", "http://localhost:" + port));
      nodes.add(node);
      say("node %d: %s (process %d)", number, node.address(), node.pid());
    }
    proxy(port, nodes.stream().mapToInt(node -> URI.create(node.address()).getPort()).toArray());
    say("Both at http://localhost:%d; their logs are in %s. Ctrl-C ends them.", port, folder);
  }

  private void proxy(int port, int... targets) throws IOException, InterruptedException {
    if (!Files.isExecutable(NGINX)) {
      new Wire(port, targets);
      say("There is no nginx, so each connection goes to the next node.");
      return;
    }
    var servers = new StringBuilder();
    for (var target : targets) {
      servers.append("    server 127.0.0.1:").append(target).append(" max_fails=1 fail_timeout=2s;\n");
    }
    var configuration = Files.readString(Path.of("src/test/cluster/nginx.conf"))
        .replace("${folder}", folder.toString())
        .replace("${port}", Integer.toString(port))
        .replace("${servers}", servers);
    var file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    nginx = new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-c", file.toString()).inheritIO().start();
    // It notes its number when it has its port; without one it ends after some attempts.
    while (!Files.exists(folder.resolve("nginx.pid"))) {
      if (nginx.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IOException("nginx could not start; what it said is above.");
      }
    }
    say("proxy: nginx (process %d)", nginx.pid());
  }

  /** Returns when the proxy has ended by itself; what ends this process ends all of it. */
  private void awaitEndOfProxy() throws IOException, InterruptedException {
    if (nginx == null) {
      closing.await();
      return;
    }
    var code = nginx.waitFor();
    // Ctrl-C reaches nginx as well, and perhaps sooner.
    if (!closing.await(1, TimeUnit.SECONDS)) {
      throw new IOException("nginx has ended (exit code " + code + "), so this ends, too.");
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    if (nginx != null) {
      nginx.destroy();
    }
    nodes.forEach(PackagedServer::end);
    postgres.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The argument is the port of the proxy. */
  public static void main(String[] arguments) throws Exception {
    var cluster = new Cluster();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        cluster.close();
      } catch (IOException e) {
        say("%s", e);
      }
    }));
    try {
      cluster.start(Integer.parseInt(arguments[0]));
      cluster.awaitEndOfProxy();
    } catch (IOException | IllegalStateException failed) {
      say("%s", failed.getMessage());
    }
    System.exit(1);
  }
}

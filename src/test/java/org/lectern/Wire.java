package org.lectern;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to a server, that can be slow and can be cut; or to several servers, each connection to the next of them. */
final class Wire implements AutoCloseable {

  private final ServerSocket entry;
  private final int[] targets;
  private final AtomicInteger turn = new AtomicInteger();
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean dead;

  /** A wire from any free port. */
  static Wire to(int target) throws IOException {
    return new Wire(0, target);
  }

  Wire(int port, int... targets) throws IOException {
    this.targets = targets;
    entry = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("wire").start(this::accept);
  }

  int port() {
    return entry.getLocalPort();
  }

  /** Lets each packet take this much longer. */
  void slow(Duration delay) {
    this.delay = delay;
  }

  /** Cuts what is connected, and refuses new connections until it is {@link #mend}ed. */
  void cut() {
    dead = true;
    drop();
  }

  void mend() {
    dead = false;
  }

  /** Cuts what is connected. */
  void drop() {
    ends.forEach(Wire::closeQuietly);
    ends.clear();
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        var here = entry.accept();
        if (dead) {
          closeQuietly(here);
        } else {
          connect(here);
        }
      } catch (IOException closed) {
        // The next one, or the end.
      }
    }
  }

  private void connect(Socket here) throws IOException {
    ends.add(here);
    try {
      var there = reach();
      there.setTcpNoDelay(true);
      here.setTcpNoDelay(true);
      ends.add(there);
      pump(here, there);
      pump(there, here);
    } catch (IOException refused) {
      closeQuietly(here);
    }
  }

  /** The next server that answers. */
  private Socket reach() throws IOException {
    var refusal = new IOException("there is nobody");
    for (var attempt = 0; attempt < targets.length; attempt++) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(),
            targets[Math.floorMod(turn.getAndIncrement(), targets.length)]);
      } catch (IOException refused) {
        refusal = refused;
      }
    }
    throw refusal;
  }

  private void pump(Socket from, Socket to) {
    Thread.ofPlatform().daemon().name("wire-pump").start(() -> {
      try (from; to) {
        carry(from.getInputStream(), to.getOutputStream());
      } catch (IOException | InterruptedException cut) {
        // Both ends are closed now.
      }
      ends.remove(from);
      ends.remove(to);
    });
  }

  private void carry(InputStream in, OutputStream out) throws IOException, InterruptedException {
    var buffer = new byte[16 * 1024];
    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      Thread.sleep(delay);
      out.write(buffer, 0, read);
      out.flush();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      // Without a farewell, as when a cable breaks.
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }

  @Override
  public void close() throws IOException {
    entry.close();
    drop();
  }
}

package org.lectern;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A line to a server that is as long and as narrow as one wants: what enters it leaves it after half a round trip, and
 * all connections share its width, each way.
 */
final class SlowLine implements AutoCloseable {

  private final ServerSocket entrance;
  private final URI server;
  private final long halfRoundTrip;
  private final Width down;
  private final Width up;

  /**
   * @param server where the line leads
   * @param roundTrip from asking to the first byte of an answer, and for opening a connection
   * @param bytesPerSecond each way
   */
  SlowLine(URI server, Duration roundTrip, int bytesPerSecond) throws IOException {
    this.server = server;
    this.halfRoundTrip = roundTrip.dividedBy(2).toNanos();
    this.down = new Width(bytesPerSecond);
    this.up = new Width(bytesPerSecond);
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** The address that leads to the server over this line, without a slash at the end. */
  String address() {
    return "http://localhost:" + entrance.getLocalPort();
  }

  /** Bytes that came from the server so far. */
  long received() {
    return down.passed.get();
  }

  private void accept() {
    try {
      while (!entrance.isClosed()) {
        var client = entrance.accept();
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException closed) {
      // The line is closed.
    }
  }

  /** The handshake of the connection takes a round trip before anything else can go through. */
  private void connect(Socket client) {
    var opened = System.nanoTime() + 2 * halfRoundTrip;
    try {
      var far = new Socket(server.getHost(), server.getPort());
      client.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      carry(client, far, up, opened);
      carry(far, client, down, opened);
    } catch (IOException unreachable) {
      close(client);
    }
  }

  /** Bytes under way. */
  private record Parcel(java.nio.ByteBuffer bytes, long arrives) {}

  private void carry(Socket from, Socket to, Width width, long opened) {
    Queue<Parcel> underWay = new LinkedBlockingQueue<>();
    var ended = new java.util.concurrent.atomic.AtomicBoolean();
    Thread.ofVirtual().start(() -> take(from, underWay, width, opened, ended));
    Thread.ofVirtual().start(() -> give(to, underWay, ended));
  }

  private void take(Socket from, Queue<Parcel> underWay, Width width, long opened,
      java.util.concurrent.atomic.AtomicBoolean ended) {
    try {
      var buffer = new byte[512];
      InputStream in = from.getInputStream();
      for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        var sent = width.pass(length, Math.max(System.nanoTime(), opened));
        underWay.add(new Parcel(java.nio.ByteBuffer.wrap(java.util.Arrays.copyOf(buffer, length)), sent + halfRoundTrip));
      }
    } catch (IOException closed) {
      // The other side hears of it as soon as it has all that was under way.
    } finally {
      ended.set(true);
    }
  }

  private static void give(Socket to, Queue<Parcel> underWay, java.util.concurrent.atomic.AtomicBoolean ended) {
    try {
      OutputStream out = to.getOutputStream();
      while (!ended.get() || !underWay.isEmpty()) {
        var parcel = underWay.poll();
        if (parcel == null) {
          LockSupport.parkNanos(1_000_000);
        } else {
          waitUntil(parcel.arrives());
          out.write(parcel.bytes().array());
          out.flush();
        }
      }
    } catch (IOException closed) {
      // Nobody listens any more.
    } finally {
      close(to);
    }
  }

  private static void waitUntil(long moment) {
    for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // It is closed as far as it can be.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }

  /** What all connections share, one way. */
  private static final class Width {
    private final AtomicLong passed = new AtomicLong();
    private final int bytesPerSecond;
    private long freeAt;

    Width(int bytesPerSecond) {
      this.bytesPerSecond = bytesPerSecond;
    }

    /** When the last of these bytes has entered the line. */
    synchronized long pass(int bytes, long now) {
      passed.addAndGet(bytes);
      freeAt = Math.max(freeAt, now) + bytes * 1_000_000_000L / bytesPerSecond;
      return freeAt;
    }
  }
}

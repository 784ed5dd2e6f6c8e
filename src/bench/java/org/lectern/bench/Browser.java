package org.lectern.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * One connection of a browser, kept alive. It shares two processors with the server that it measures, so it does no more
 * than it must: it writes one request, and reads to the end of its answer without looking into the body.
 */
final class Browser implements AutoCloseable {

  private static final int PATIENCE = 30_000;

  private final InetSocketAddress server;
  private final String common;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private @Nullable Socket socket;

  Browser(int port) {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.common = " HTTP/1.1\r\nHost: localhost:" + port + "\r\n"
        + "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36\r\n"
        + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
        + "Accept-Encoding: gzip\r\nAccept-Language: en-GB,en;q=0.9\r\nSec-Fetch-Site: same-origin\r\n"
        + "Origin: http://localhost:" + port + "\r\n";
  }

  /**
   * An answer.
   *
   * @param body as it came, perhaps compressed
   */
  record Answer(int status, String head, byte[] body) {
    String text() throws IOException {
      if (!head.toLowerCase(Locale.ROOT).contains("content-encoding: gzip")) {
        return new String(body, StandardCharsets.UTF_8);
      }
      try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    Answer expect(int wanted) {
      if (status != wanted) {
        throw new IllegalStateException("wanted " + wanted + ", got " + head);
      }
      return this;
    }
  }

  /** Opens a page and tells the status. */
  int get(String path, @Nullable String cookie) throws IOException {
    return exchange(request("GET", path, cookie, null, ""), null);
  }

  /** Sends a form and tells the status. */
  int post(String path, @Nullable String cookie, String form) throws IOException {
    return exchange(request("POST", path, cookie, "application/x-www-form-urlencoded", form), null);
  }

  /** Sends JSON as a script on a page does, and tells the status. */
  int send(String method, String path, @Nullable String cookie, String json) throws IOException {
    return exchange(request(method, path, cookie, "application/json", json), null);
  }

  /** As {@link #get}, with everything that comes back; for what prepares a measurement. */
  Answer read(String path, @Nullable String cookie) throws IOException {
    return answer(request("GET", path, cookie, null, ""));
  }

  /** As {@link #send}, with everything that comes back. */
  Answer call(String method, String path, @Nullable String cookie, String json) throws IOException {
    return answer(request(method, path, cookie, "application/json", json));
  }

  private Answer answer(byte[] request) throws IOException {
    var kept = new Kept();
    var status = exchange(request, kept);
    return new Answer(status, kept.head, kept.body.toByteArray());
  }

  private static final class Kept {
    private String head = "";
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  }

  private byte[] request(
      String method, String path, @Nullable String extra, @Nullable String type, String body) {
    var text = new StringBuilder(512).append(method).append(' ').append(path).append(common);
    if (extra != null) {
      text.append(extra);
    }
    if (type != null) {
      text.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(body.length()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private int exchange(byte[] request, @Nullable Kept kept) throws IOException {
    try {
      var open = socket == null ? connect() : socket;
      open.getOutputStream().write(request);
      return receive(open.getInputStream(), kept);
    } catch (IOException broken) {
      close();
      throw broken;
    }
  }

  private Socket connect() throws IOException {
    var fresh = new Socket();
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(PATIENCE);
    fresh.connect(server, PATIENCE);
    socket = fresh;
    from = 0;
    to = 0;
    return fresh;
  }

  private int receive(InputStream in, @Nullable Kept kept) throws IOException {
    var length = 0L;
    var chunked = false;
    var closes = false;
    var first = line(in);
    var status = Integer.parseInt(first.substring(9, 12));
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      if (isHeader(line, "content-length:")) {
        length = Long.parseLong(line.substring(15).strip());
      } else if (isHeader(line, "transfer-encoding:")) {
        chunked = line.toLowerCase(Locale.ROOT).contains("chunked");
      } else if (isHeader(line, "connection:")) {
        closes = line.toLowerCase(Locale.ROOT).contains("close");
      }
      if (kept != null) {
        kept.head += line + "\n";
      }
    }
    if (kept != null) {
      kept.head = first + "\n" + kept.head;
    }
    if (chunked) {
      chunks(in, kept);
    } else {
      body(in, length, kept);
    }
    if (closes) {
      close();
    }
    return status;
  }

  private static boolean isHeader(String line, String name) {
    return line.regionMatches(true, 0, name, 0, name.length());
  }

  private void chunks(InputStream in, @Nullable Kept kept) throws IOException {
    for (var size = Long.parseLong(line(in), 16); size > 0; size = Long.parseLong(line(in), 16)) {
      body(in, size, kept);
      line(in);
    }
    line(in);
  }

  private void body(InputStream in, long length, @Nullable Kept kept) throws IOException {
    var left = length;
    while (left > 0) {
      if (from == to) {
        fill(in);
      }
      var here = (int) Math.min(left, to - from);
      if (kept != null) {
        kept.body.write(buffer, from, here);
      }
      from += here;
      left -= here;
    }
  }

  private String line(InputStream in) throws IOException {
    var text = "";
    while (true) {
      if (from == to) {
        fill(in);
      }
      var end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      text += new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
      from = end;
      if (end < to) {
        from++;
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
    }
  }

  private void fill(InputStream in) throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    if (to == 0) {
      throw new EOFException("the server closed the connection");
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException closed) {
        // It is gone in any case.
      }
      socket = null;
    }
  }
}

package org.lectern.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

/**
 * Sends people on to pages of this server by their path alone. The scheme and the host that a request names are not to
 * be repeated: they are whatever the client, or a proxy that ends the encryption, put there.
 */
public final class OwnAddress {

  private OwnAddress() {}

  /**
   * A page to go on to.
   *
   * @param path from the root of this server on, perhaps with a query and a fragment
   * @throws IllegalArgumentException when it leads elsewhere, or is no address
   */
  public static ResponseBuilder seeOther(String path) {
    return at(path, Status.SEE_OTHER);
  }

  /** As {@link #seeOther}, of what was made and is to be found there. */
  public static ResponseBuilder created(String path) {
    return at(path, Status.CREATED);
  }

  /** What somebody asked for, as a part of a path, whatever is in it. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static ResponseBuilder at(String path, Status status) {
    var address = URI.create(path);
    // Two slashes at the start make a host of what follows.
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("no page of this server: " + path);
    }
    return Response.status(status).header(HttpHeaders.LOCATION, address.toASCIIString());
  }
}

package org.lectern.learning;

import java.util.Arrays;
import java.util.regex.Pattern;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.lectern.content.MediaFile;
import org.lectern.content.Shelf;
import org.lectern.platform.Problem;

import io.quarkus.security.Authenticated;

/**
 * The pictures, clips and captions of a course. Only files that the content engine found are given out. One that was written
 * since is given as it is, and nobody keeps it: what was read of it, its size and its hash, is no longer so.
 */
@Path("/courses/{course}/media")
@Authenticated
public class MediaFiles {

  /** For a week; an address names what the file holds. Said again with each 304, which would replace it otherwise. */
  private static final String KEPT = "private, max-age=604800";

  /** One range; several at once are answered with the whole file, as the standard allows. */
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

  private final Shelf shelf;

  MediaFiles(Shelf shelf) {
    this.shelf = shelf;
  }

  @GET
  @Path("{name: .+}")
  public Response show(
      @RestPath String course,
      @RestPath String name,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String unchanged,
      @HeaderParam("If-None-Match") @Nullable String known) {
    var file = shelf.library()
        .course(course)
        .map(found -> found.media().get("media/" + name))
        .filter(MediaFile::isThere)
        .orElseThrow(Problem::notFound);
    if (!file.isAsRead()) {
      return guarded(whole(file), file).header("Cache-Control", "private, no-store").build();
    }
    var tag = "\"" + file.hash() + "\"";
    if (known != null && isKnown(known, tag)) {
      return Response.notModified().header("ETag", tag).header("Cache-Control", KEPT).build();
    }
    var response = range != null && (unchanged == null || unchanged.equals(tag)) ? part(file, range) : whole(file);
    return guarded(response, file)
        .header("ETag", tag)
        .header("Accept-Ranges", "bytes")
        .header("Cache-Control", KEPT)
        .build();
  }

  /** So that a file that is opened by itself can do nothing. */
  private static Response.ResponseBuilder guarded(Response.ResponseBuilder response, MediaFile file) {
    return response
        .type(file.type())
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  }

  /** A proxy that compressed the file may have made the tag a weak one. */
  private static boolean isKnown(String known, String tag) {
    return Arrays.stream(known.split(",", -1))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
  }

  private static Response.ResponseBuilder whole(MediaFile file) {
    return Response.ok(file.file());
  }

  private static Response.ResponseBuilder part(MediaFile file, String range) {
    var wanted = RANGE.matcher(range);
    if (!wanted.matches() || (wanted.group(1) + wanted.group(2)).isEmpty()) {
      return whole(file);
    }
    var end = wanted.group(2).isEmpty() ? file.bytes() - 1 : Long.parseLong(wanted.group(2));
    return wanted.group(1).isEmpty()
        ? part(file, Math.max(0, file.bytes() - end), end == 0 ? -1 : file.bytes() - 1)
        : part(file, Long.parseLong(wanted.group(1)), Math.min(end, file.bytes() - 1));
  }

  /**
   * From the byte {@code first} to the byte {@code last}, counted from 0.
   *
   * @param last before {@code first} when the file has no such part
   */
  private static Response.ResponseBuilder part(MediaFile file, long first, long last) {
    if (first > last) {
      return Response.status(416).header("Content-Range", "bytes */" + file.bytes());
    }
    return Response.status(206)
        .entity(new PathPart(file.file(), first, last - first + 1))
        .header("Content-Range", "bytes " + first + "-" + last + "/" + file.bytes());
  }
}

package org.lectern.learning;

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

/** The pictures, clips and captions of a course. Only files that the content engine found are given out. */
@Path("/courses/{course}/media")
@Authenticated
public class MediaFiles {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

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
      @HeaderParam("If-None-Match") @Nullable String known) {
    var media = shelf.library().course(course).map(found -> found.media().get("media/" + name));
    var file = media.orElseThrow(Problem::notFound);
    var tag = "\"" + file.hash() + "\"";
    if (tag.equals(known)) {
      return Response.notModified().header("ETag", tag).build();
    }
    var part = range == null ? null : RANGE.matcher(range);
    var response = part != null && part.matches() ? part(file, part.group(1), part.group(2)) : whole(file);
    return response
        .type(file.type())
        .header("ETag", tag)
        .header("Accept-Ranges", "bytes")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header("Cache-Control", "private, max-age=604800")
        .build();
  }

  private static Response.ResponseBuilder whole(MediaFile file) {
    return Response.ok(file.file());
  }

  private static Response.ResponseBuilder part(MediaFile file, String from, String to) {
    var first = Long.parseLong(from);
    var last = to.isEmpty() ? file.bytes() - 1 : Math.min(Long.parseLong(to), file.bytes() - 1);
    if (first > last) {
      return Response.status(416).header("Content-Range", "bytes */" + file.bytes());
    }
    return Response.status(206)
        .entity(new PathPart(file.file(), first, last - first + 1))
        .header("Content-Range", "bytes " + first + "-" + last + "/" + file.bytes());
  }
}

package org.lectern.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What the API offers, as <a href="https://spec.openapis.org/oas/latest.html">OpenAPI</a> says it. The file is made from
 * the code by its test, and served as it is: to make it anew takes a tenth of a second of each start.
 */
@Path("/q/openapi")
public class ApiDescription {

  static final String FILE = "/openapi.json";

  private final byte[] description;

  ApiDescription() {
    try (var file = Objects.requireNonNull(ApiDescription.class.getResourceAsStream(FILE), FILE)) {
      description = file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @PermitAll
  @Operation(hidden = true)
  public Response show() {
    return Response.ok(description).header("Cache-Control", "public, max-age=300").build();
  }
}

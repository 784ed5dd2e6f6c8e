package org.lectern.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.jspecify.annotations.Nullable;

/**
 * A page for which nothing is looked up: what the other pages are measured against. It is not there unless an operator
 * names a file.
 */
@Path("/bench/page")
@PermitAll
public class BenchPage {

  private final Settings settings;
  private final AtomicReference<@Nullable String> page = new AtomicReference<>();

  BenchPage(Settings settings) {
    this.settings = settings;
  }

  @GET
  @Produces("text/html;charset=UTF-8")
  public String show() throws IOException {
    var file = settings.benchPage().orElseThrow(Problem::notFound);
    var read = page.get();
    if (read == null) {
      read = Files.readString(file);
      page.set(read);
    }
    return read;
  }
}

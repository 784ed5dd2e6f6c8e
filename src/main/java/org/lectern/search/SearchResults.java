package org.lectern.search;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Module;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.security.Authenticated;

/** Search, for programs and for results while somebody types. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class SearchResults {

  private static final int SIZE = 20;
  private static final int MOST = 100;

  private final Viewer viewer;
  private final Settings settings;
  private final Search search;
  private final Lines lines;

  SearchResults(Viewer viewer, Settings settings, Search search, Lines lines) {
    this.viewer = viewer;
    this.settings = settings;
    this.search = search;
    this.lines = lines;
  }

  /**
   * What was found.
   *
   * @param query what was looked for, as it was understood
   * @param instead the question with words that are known, when nothing says it as it was typed; this was looked for then
   * @param some whether nothing says all of it, so that this says some of it
   * @param total results on all pages
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Found(
      String query,
      Optional<String> instead,
      boolean some,
      @JsonInclude(JsonInclude.Include.ALWAYS) int total,
      int page,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<Result> results) {}

  /**
   * A result.
   *
   * @param kind {@code course}, {@code unit}, {@code term} or {@code text}
   * @param type of a unit: {@code module}, {@code page}, {@code check} or {@code case}
   * @param language the language of the title (BCP 47)
   * @param excerpt what of its text answers, in pieces
   * @param onPath whether it is on the caller's path, or belongs to no path
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Result(
      String kind,
      String type,
      String course,
      String module,
      String unit,
      String title,
      String language,
      String address,
      List<Snippet.Piece> excerpt,
      String excerptLanguage,
      @JsonInclude(JsonInclude.Include.ALWAYS) boolean onPath,
      @JsonInclude(JsonInclude.Include.ALWAYS) boolean completed) {
    static Result of(Line line) {
      var entry = line.entry();
      return new Result(entry.kind().id(), entry.type(), entry.course(), line.module().map(Module::id).orElse(""),
          entry.unit(), entry.title(), entry.language(), line.address(), line.excerpt(), line.textLanguage(),
          line.onPath(), line.completed());
    }
  }

  @GET
  @Operation(summary = "Finds courses, units, terms and texts by their words, in every language, and courses by code")
  public Found find(
      @Parameter(description = "Words, and phrases in quotation marks. Beyond 200 characters nothing is read") @RestQuery @Nullable String q,
      @Parameter(description = "Only what is written in this language") @RestQuery @Nullable String language,
      @Parameter(description = "Only course, unit, term or text") @RestQuery @Nullable String kind,
      @Parameter(description = "From 1") @RestQuery @Nullable Integer page,
      @Parameter(description = "Results on a page, at most 100") @RestQuery @Nullable Integer size) {
    var only = Optional.ofNullable(language).filter(settings.languages()::contains);
    var finding = search.find(q == null ? "" : q, viewer.language(), only);
    var entries = Optional.ofNullable(kind).flatMap(Kind::of).map(finding::of).orElse(finding.entries());
    int rows = Math.clamp(size == null ? SIZE : size, 1, MOST);
    int shown = Math.max(1, page == null ? 1 : page);
    var here = entries.stream().skip((long) (shown - 1) * rows).limit(rows).toList();
    return new Found(finding.asked().text(), finding.instead(), finding.isSome(), entries.size(), shown,
        lines.of(here, finding).stream().map(Result::of).toList());
  }
}

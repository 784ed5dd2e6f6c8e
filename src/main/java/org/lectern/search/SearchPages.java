package org.lectern.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.platform.Paging;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What was looked for, and what was found: at first a little of each kind, then page by page. */
@Path("/search")
@Authenticated
public class SearchPages {

  /** Of each kind, where all kinds are shown. */
  private static final int FEW = 5;

  private static final int ON_A_PAGE = 20;

  /** While somebody types; more would not fit on a small screen. */
  private static final int WHILE_TYPING = 7;

  /** So that many terms do not hide the page that explains them. */
  private static final int OF_A_KIND = 3;

  private final Viewer viewer;
  private final Settings settings;
  private final Search search;
  private final Lines lines;

  SearchPages(Viewer viewer, Settings settings, Search search, Lines lines) {
    this.viewer = viewer;
    this.settings = settings;
    this.search = search;
    this.lines = lines;
  }

  @CheckedTemplate(basePath = "search")
  static class Templates {
    private Templates() {}

    static native TemplateInstance search(Form form, Finding finding, List<Group> groups);

    static native TemplateInstance options(String typed, List<Line> lines, int total);
  }

  /**
   * What was asked for.
   *
   * @param query without control characters, and not longer than a question may be
   * @param language the one language to look in; empty for all
   * @param languages to choose from
   */
  record Form(String query, String language, List<String> languages) {}

  /** Results of one kind. */
  record Group(Kind kind, Paging<Line> lines, boolean isAlone) {
    /** The number of the first line, from 1. */
    public int first() {
      return (lines.number() - 1) * lines.size() + 1;
    }
  }

  @GET
  public TemplateInstance show(
      @RestQuery @Nullable String q,
      @RestQuery @Nullable String language,
      @RestQuery @Nullable String kind,
      @RestQuery @Nullable String page) {
    var only = Optional.ofNullable(language).filter(settings.languages()::contains);
    var finding = search.find(q == null ? "" : q, viewer.language(), only);
    var form = new Form(Asked.of(q == null ? "" : q).text(), only.orElse(""), settings.languages());
    var groups = Optional.ofNullable(kind)
        .flatMap(Kind::of)
        .map(one -> group(one, finding, Paging.number(page), ON_A_PAGE))
        .filter(group -> group.lines().total() > 0)
        .map(List::of)
        .orElseGet(() -> Arrays.stream(Kind.values()).map(one -> group(one, finding, 1, FEW)).toList());
    return Templates.search(form, finding, groups.stream().filter(group -> group.lines().total() > 0).toList());
  }

  /** The best results, for the script that shows them while somebody types. */
  @GET
  @Path("options")
  public TemplateInstance options(@RestQuery @Nullable String q) {
    var typed = q == null ? "" : q;
    var finding = search.find(typed, viewer.language(), Optional.empty());
    var best = finding.entries()
        .stream()
        .filter(entry -> finding.of(entry.kind()).indexOf(entry) < OF_A_KIND)
        .limit(WHILE_TYPING)
        .toList();
    return Templates.options(Asked.of(typed).text(), lines.of(best, finding), finding.entries().size());
  }

  private Group group(Kind kind, Finding finding, int page, int size) {
    return new Group(kind, paging(finding.of(kind), finding, page, size), size == ON_A_PAGE);
  }

  private Paging<Line> paging(List<Entry> entries, Finding finding, int page, int size) {
    int last = Math.max(1, (entries.size() + size - 1) / size);
    int shown = Math.clamp(page, 1, last);
    var rows = entries.subList((shown - 1) * size, Math.min(entries.size(), shown * size));
    return new Paging<>(lines.of(rows, finding), shown, size, entries.size());
  }
}

package org.lectern.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.content.Unit;
import org.lectern.learning.Asked;
import org.lectern.learning.PathChoice;
import org.lectern.learning.Progress;
import org.lectern.learning.Route;
import org.lectern.platform.FormErrors;
import org.lectern.platform.Paging;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Every component in every state, for those who build pages. It is not in the server that people use. */
@Path("/style")
@PermitAll
@IfBuildProfile(anyOf = {"dev", "test"})
public class StylePages {

  private static final List<String> COLOURS = List.of("paper", "raised", "soft", "tint", "hair", "line", "ink", "muted",
      "accent", "good", "bad", "warn");
  private static final List<String> ICONS = List.of("lectern", "page", "check", "case", "assessment", "seal", "lock",
      "clock", "tick", "globe", "theme");
  private static final LocalDate UNITED_NATIONS = LocalDate.of(1945, 10, 24);

  private final Viewer viewer;
  private final Shelf shelf;

  StylePages(Viewer viewer, Shelf shelf) {
    this.viewer = viewer;
    this.shelf = shelf;
  }

  @CheckedTemplate(basePath = "home")
  static class Templates {
    private Templates() {}

    static native TemplateInstance style(
        List<String> colours, List<String> icons, List<Journey> journeys, List<Asked> questions, FormErrors none,
        FormErrors errors, Paging<String> paging, LocalDate day);
  }

  /** A picture of a path, and what it shows. */
  record Journey(String name, Progress progress) {}

  @GET
  public TemplateInstance show() {
    var course = shelf.library().courses().values().stream().findFirst();
    var errors = new FormErrors(viewer.locale()).add("wrong", Text.literal("Enter your full name"));
    return Templates.style(COLOURS, ICONS, course.map(this::journeys).orElse(List.of()),
        course.map(this::questions).orElse(List.of()), new FormErrors(viewer.locale()), errors,
        new Paging<>(List.of(), 2, 50, 170), UNITED_NATIONS);
  }

  private List<Journey> journeys(Course course) {
    var path = course.paths()
        .values()
        .stream()
        .max(java.util.Comparator.comparingInt(one -> one.modules().size()))
        .orElseThrow();
    var route = new Route(course, course.in(viewer.language()), new PathChoice(path, Optional.empty()));
    var units = route.units().stream().map(Unit::id).toList();
    var done = Set.copyOf(units);
    var passed = new java.util.HashSet<>(done);
    passed.add(course.assessment().id());
    return List.of(
        new Journey("Nothing done", new Progress(route, Set.of())),
        new Journey("Under way", new Progress(route, Set.copyOf(units.subList(0, units.size() / 2)))),
        new Journey("Only the assessment left", new Progress(route, done)),
        new Journey("Passed", new Progress(route, passed)));
  }

  /** One question of each kind that the course has. */
  private List<Asked> questions(Course course) {
    return course.in(viewer.language())
        .modules()
        .stream()
        .flatMap(module -> module.units().stream())
        .filter(Unit.Check.class::isInstance)
        .flatMap(unit -> ((Unit.Check) unit).questions().stream())
        .map(question -> Asked.of(question, List.of(), false))
        .collect(Collectors.toMap(asked -> asked.question().type(), asked -> asked, (first, second) -> first,
            TreeMap::new))
        .values()
        .stream()
        .toList();
  }
}

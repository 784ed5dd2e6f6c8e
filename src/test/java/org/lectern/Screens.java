package org.lectern;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Block;
import org.lectern.content.Course;
import org.lectern.content.Unit;
import org.lectern.platform.TestPerson;

/** Every screen of the house, with people in the state that shows it, on the course that is shipped. */
final class Screens {

  private static final String COURSE = "/courses/" + RealContent.COURSE;
  private static final String API = "/api/v1" + COURSE;

  private final AnswerKey key = new AnswerKey(Path.of("content"), RealContent.COURSE);
  private final List<Screen> screens = new ArrayList<>();

  /**
   * @param name of its pictures
   * @param who looks at it; nobody for those who are not signed in
   * @param form what is sent to {@code address} to see it; none for a page that one just opens
   * @param status of the answer
   */
  record Screen(String name, Optional<TestPerson> who, String address, Map<String, String> form, int status) {
    Screen {
      form = Map.copyOf(form);
    }

    boolean isPosted() {
      return status == 422;
    }
  }

  private Screens() {}

  static List<Screen> all() {
    var screens = new Screens();
    screens.strangers();
    screens.newcomers();
    screens.readers();
    screens.candidates();
    screens.administrators();
    return List.copyOf(screens.screens);
  }

  private void strangers() {
    open(null, "welcome", "/");
    open(null, "join", "/join");
    post(null, "join-refused", "/join", Map.of("email", "nobody", "password", "short", "name", ""));
    open(null, "sign-in", "/sign-in");
    post(null, "sign-in-refused", "/sign-in", Map.of("email", TestPerson.newEmail(), "password", "not the right one"));
    open(null, "verify", "/verify");
    add(null, "not-there", "/no/such/page", Map.of(), 404);
  }

  private void newcomers() {
    var newcomer = TestPerson.join(null);
    open(newcomer, "desk-empty", "/");
    open(newcomer, "course-not-started", COURSE);
    open(newcomer, "assessment-locked", COURSE + "/assessment");
    open(newcomer, "profile", "/profile");
    post(newcomer, "profile-refused", "/profile", Map.of("name", "", "jobNetwork", "", "language", ""));
    add(newcomer, "not-allowed", "/admin", Map.of(), 403);
  }

  private void readers() {
    var reader = TestPerson.onFullPath();
    var text = key.course().in("en");
    complete(reader, text.modules().get(0).units());
    complete(reader, text.modules().get(1).units().subList(0, 2));
    open(reader, "desk", "/");
    open(reader, "course", COURSE);
    open(reader, "page", COURSE + "/" + first(Unit.Page.class, page -> page.videos().isEmpty()).id());
    open(reader, "page-with-clip", COURSE + "/" + first(Unit.Page.class, page -> !page.videos().isEmpty()).id());
    open(reader, "page-with-figure", COURSE + "/"
        + first(Unit.Page.class, page -> page.blocks().stream().anyMatch(Block.Figure.class::isInstance)).id());
    var check = first(Unit.Check.class, unit -> true);
    open(reader, "check", COURSE + "/" + check.id());
    post(reader, "check-refused", COURSE + "/" + check.id() + "/answers/" + check.questions().getFirst().id(),
        Map.of("statement", "11111111-1111-4111-8111-111111111111"));
    var story = first(Unit.Case.class, unit -> true);
    open(reader, "case", COURSE + "/" + story.id());
    key.statements(story).forEach(step -> say(reader, List.of(step)));
    open(reader, "case-ended", COURSE + "/" + story.id());
    open(reader, "glossary", COURSE + "/glossary");
    open(reader, "module-on-paper", COURSE + "/modules/" + text.modules().get(0).id());
    inTheMargin(reader, text.modules().get(0).units().get(0));
    key.course().resources().keySet().forEach(id -> open(reader, "resource-" + id, COURSE + "/resources/" + id));
  }

  private void inTheMargin(TestPerson reader, Unit unit) {
    var page = COURSE + "/" + unit.id();
    open(reader, "notes-none", COURSE + "/notes");
    var writer = TestPerson.onFullPath();
    writer.browser()
        .formParam("text", "Ask Ben about it.\n\nAnd tell Ada.")
        .post(page + "/note")
        .then()
        .statusCode(303);
    open(writer, "page-with-note", page);
    open(writer, "notes", COURSE + "/notes");
    open(writer, "note-deletion", page + "/note/deletion");
    post(writer, "note-refused", page + "/note", Map.of("text", "x".repeat(4_001)));
    open(writer, "page-reported", page + "?done=report");
    post(writer, "mistake-refused", page + "/mistakes", Map.of("what", ""));
    writer.browser()
        .formParams(Map.of("what", "The second sentence has no verb.", "quotation", "Most people"))
        .post(page + "/mistakes")
        .then()
        .statusCode(303);
    open(null, "shortcuts", "/shortcuts");
  }

  private void candidates() {
    var candidate = ready("POLNET");
    open(candidate, "course-read", COURSE);
    open(candidate, "assessment", COURSE + "/assessment");
    var attempt = attempt(candidate);
    answer(candidate, attempt, 2, true);
    for (var item = 1; item <= 3; item++) {
      open(candidate, "question-" + item, "/attempts/" + attempt + "?item=" + item);
    }
    open(candidate, "check-answers", "/attempts/" + attempt + "/check");

    var unlucky = ready("ITECNET");
    var failed = attempt(unlucky);
    answer(unlucky, failed, Integer.MAX_VALUE, false);
    submit(unlucky, failed);
    open(unlucky, "result-failed", "/attempts/" + failed);

    var graduate = ready("DEVNET");
    var passed = attempt(graduate);
    answer(graduate, passed, Integer.MAX_VALUE, true);
    submit(graduate, passed);
    var serial = graduate.api().get("/api/v1/certificates").<String>path("[0].serial");
    open(graduate, "result-passed", "/attempts/" + passed);
    open(graduate, "desk-passed", "/");
    open(graduate, "course-passed", COURSE);
    open(graduate, "certificate", "/certificates/" + serial);
    open(null, "verification", "/verify/" + serial);
    certificates(graduate, serial);
  }

  private void certificates(TestPerson graduate, String serial) {
    var administrator = TestPerson.administrator();
    open(administrator, "revocation", "/certificates/" + serial + "/revocation");
    post(administrator, "revocation-refused", "/certificates/" + serial + "/revocation", Map.of());
    open(administrator, "reissue", "/certificates/" + serial + "/reissue");
    open(administrator, "certificate-administered", "/certificates/" + serial);
    open(administrator, "person", "/admin/people/" + graduate.id());
  }

  private void administrators() {
    var administrator = TestPerson.administrator();
    open(administrator, "administration", "/admin");
    open(administrator, "people", "/admin/people");
    open(administrator, "people-none", "/admin/people?search=zzzzzz");
    open(administrator, "progress", "/admin" + COURSE + "/progress");
    open(administrator, "content", "/admin/content");
    open(administrator, "mistakes", "/admin/mistakes");
    open(administrator, "mistakes-handled", "/admin/mistakes/handled");
    open(administrator, "languages", "/admin/languages");
  }

  private <T extends Unit> T first(Class<T> kind, java.util.function.Predicate<T> wanted) {
    return units(key.course(), "full").stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  private static List<Unit> units(Course course, String path) {
    return course.in("en")
        .modulesOf(course.path(path).orElseThrow())
        .stream()
        .flatMap(module -> module.units().stream())
        .toList();
  }

  /** Somebody who has done all units of their path. */
  private TestPerson ready(String jobNetwork) {
    var person = TestPerson.join(jobNetwork);
    complete(person, units(key.course(), person.api().get(API).path("path")));
    return person;
  }

  private void complete(TestPerson person, List<Unit> units) {
    say(person, units.stream().flatMap(unit -> key.statements(unit).stream()).toList());
  }

  private static void say(TestPerson person, List<Map<String, Object>> statements) {
    person.api().body(statements).post("/api/v1/statements").then().statusCode(200);
  }

  private static String attempt(TestPerson person) {
    return person.api().post(API + "/attempts").then().statusCode(201).extract().path("id");
  }

  private void answer(TestPerson person, String attempt, int items, boolean rightly) {
    List<String> ids = person.api().get("/api/v1/attempts/" + attempt).path("items.id");
    ids.stream().limit(items).forEach(id -> {
      var question = key.item(id);
      var options = rightly ? AnswerKey.of(question) : AnswerKey.wrong(question);
      person.api()
          .body(Map.of("seq", 1, "options", options))
          .put("/api/v1/attempts/" + attempt + "/answers/" + id)
          .then()
          .statusCode(200);
    });
  }

  private static void submit(TestPerson person, String attempt) {
    person.api().post("/api/v1/attempts/" + attempt + "/submission").then().statusCode(200);
  }

  private void open(@Nullable TestPerson who, String name, String address) {
    add(who, name, address, Map.of(), 200);
  }

  private void post(@Nullable TestPerson who, String name, String address, Map<String, String> form) {
    add(who, name, address, new HashMap<>(form), 422);
  }

  private void add(@Nullable TestPerson who, String name, String address, Map<String, String> form, int status) {
    screens.add(new Screen(name, Optional.ofNullable(who), address, form, status));
  }
}

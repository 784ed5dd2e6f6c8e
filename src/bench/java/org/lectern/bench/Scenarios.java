package org.lectern.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What people do with the server, as their browsers ask for it. */
final class Scenarios {

  static final String LAST_DAY = "last-day";

  private static final ObjectMapper JSON = new ObjectMapper();
  /** Attempts that are open, for answers to be saved in. */
  private static final int OPEN_ATTEMPTS = 200;
  private static final int CERTIFICATES = 40;

  private final int port;
  private final People people;
  private final CourseKey course;
  private final String address;
  private final List<String> pages;
  private final List<OpenAttempt> attempts = new ArrayList<>();
  private final List<Owned> certificates = new ArrayList<>();
  /** How many pages each of the most active has completed. */
  private final AtomicIntegerArray reached;
  private final AtomicInteger nextReady = new AtomicInteger();
  private final AtomicLong seq = new AtomicLong(System.currentTimeMillis());

  Scenarios(int port, People people, CourseKey course) {
    this.port = port;
    this.people = people;
    this.course = course;
    this.address = "/courses/" + course.id();
    this.pages = course.pages();
    this.reached = new AtomicIntegerArray(people.active());
    for (var i = 0; i < people.active(); i++) {
      var completed = course.units().subList(0, people.completed(i));
      reached.set(i, (int) completed.stream().filter(pages::contains).count());
    }
  }

  private record OpenAttempt(String id, String cookie, List<String> items) {}

  private record Owned(String serial, String cookie) {}

  /** Those come first that do not change how far people have come. */
  List<Scenario> all() {
    return List.of(
        new Scenario("unit-page", false, work(this::openPage)),
        new Scenario("course-page", false, work(this::openCourse)),
        new Scenario("dashboard", false, work(this::openDashboard)),
        new Scenario("certificate", false, work(this::fetchCertificate)),
        new Scenario("verify", false, work(this::verify)),
        new Scenario("sign-in", true, work(this::signIn)),
        new Scenario("answer", true, work(this::saveAnswer)),
        new Scenario("assessment", true, work(this::takeAssessment)),
        new Scenario(LAST_DAY, true, work(this::lastDay)),
        new Scenario("completion", true, work(this::complete)));
  }

  @FunctionalInterface
  private interface Step {
    boolean with(Browser browser) throws IOException;
  }

  private Supplier<Load.Work> work(Step step) {
    return () -> {
      var browser = new Browser(port);
      return () -> step.with(browser);
    };
  }

  /** The yardstick: a page of the same size from the same server, for which nothing is looked up. */
  Supplier<Load.Work> barePage() {
    return work(browser -> browser.get("/bench/page", null) == 200);
  }

  /** Opens attempts and earns certificates, for what needs them. */
  void prepare() throws IOException {
    try (var browser = new Browser(port)) {
      for (var i = 0; i < OPEN_ATTEMPTS; i++) {
        attempts.add(open(browser));
      }
      for (var i = 0; i < CERTIFICATES; i++) {
        var attempt = open(browser);
        if (!finish(browser, attempt)) {
          throw new IllegalStateException("an assessment could not be taken");
        }
        var list = JSON.readTree(browser.read("/api/v1/certificates", attempt.cookie()).expect(200).text());
        certificates.add(new Owned(list.get(0).get("serial").asText(), attempt.cookie()));
      }
    }
  }

  /** A page as a learner sees it whose length is the median of all. */
  String typicalPage() throws IOException {
    var texts = new ArrayList<String>();
    try (var browser = new Browser(port)) {
      for (var page : pages) {
        texts.add(browser.read(address + "/" + page, People.cookie(0)).expect(200).text());
      }
    }
    texts.sort(java.util.Comparator.comparingInt(String::length));
    return texts.get(texts.size() / 2);
  }

  private static <T> T any(List<T> list) {
    return list.get(ThreadLocalRandom.current().nextInt(list.size()));
  }

  /** Somebody elsewhere: sign-in and verification count by place. */
  private static String elsewhere() {
    var random = ThreadLocalRandom.current();
    return "X-Forwarded-For: 10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255)
        + "\r\n";
  }

  /** Three of four times the page that somebody has come to, else any: people look back and ahead. */
  private boolean openPage(Browser browser) throws IOException {
    var session = People.anySession();
    var page = ThreadLocalRandom.current().nextInt(4) == 0 ? any(pages) : page(reached.get(people.activeOf(session)));
    return browser.get(address + "/" + page, People.cookie(session)) == 200;
  }

  private String page(int place) {
    return pages.get(place % pages.size());
  }

  private boolean openCourse(Browser browser) throws IOException {
    return browser.get(address, People.anyCookie()) == 200;
  }

  /** The next page on somebody's path; who has come to its end begins again. */
  private boolean complete(Browser browser) throws IOException {
    var session = People.anySession();
    var page = page(reached.getAndIncrement(people.activeOf(session)));
    return browser.post(address + "/" + page + "/completion", People.cookie(session),
        "statement=" + UUID.randomUUID()) == 303;
  }

  private boolean saveAnswer(Browser browser) throws IOException {
    var attempt = any(attempts);
    return save(browser, attempt, any(attempt.items()));
  }

  private boolean save(Browser browser, OpenAttempt attempt, String item) throws IOException {
    var body = JSON.createObjectNode().put("seq", seq.incrementAndGet());
    course.answer(item).forEach(body.putArray("options")::add);
    return browser.send("PUT", "/api/v1/attempts/" + attempt.id() + "/answers/" + item, attempt.cookie(),
        JSON.writeValueAsString(body)) == 200;
  }

  private boolean takeAssessment(Browser browser) throws IOException {
    return finish(browser, open(browser));
  }

  private OpenAttempt open(Browser browser) throws IOException {
    var place = nextReady.getAndIncrement();
    if (place >= people.ready()) {
      throw new IllegalStateException("nobody is left who could begin the assessment: more --people, or fewer rounds");
    }
    var cookie = People.cookie(people.readySession(place));
    var opened = JSON.readTree(browser.call("POST", "/api/v1" + address + "/attempts", cookie, "").expect(201).text());
    var items = new ArrayList<String>();
    for (JsonNode item : opened.get("items")) {
      items.add(item.get("id").asText());
    }
    return new OpenAttempt(opened.get("id").asText(), cookie, items);
  }

  private boolean finish(Browser browser, OpenAttempt attempt) throws IOException {
    for (var item : attempt.items()) {
      if (!save(browser, attempt, item)) {
        return false;
      }
    }
    return browser.send("POST", "/api/v1/attempts/" + attempt.id() + "/submission", attempt.cookie(), "") == 200;
  }

  private boolean signIn(Browser browser) throws IOException {
    var somebody = ThreadLocalRandom.current().nextInt(people.count()) + 1;
    return browser.post("/sign-in", elsewhere(), "email=" + People.email(somebody).replace("@", "%40") + "&password="
        + People.PASSWORD.replace(" ", "+") + "&to=%2F") == 303;
  }

  private boolean openDashboard(Browser browser) throws IOException {
    return browser.get("/admin", People.cookie(people.administratorSession())) == 200;
  }

  private boolean fetchCertificate(Browser browser) throws IOException {
    var owned = any(certificates);
    return browser.get("/certificates/" + owned.serial() + ".pdf", owned.cookie()) == 200;
  }

  private boolean verify(Browser browser) throws IOException {
    return browser.get("/verify/" + any(certificates).serial(), elsewhere()) == 200;
  }

  /** What comes in on the last day before a deadline; of a hundred requests one is somebody who signs in. */
  private boolean lastDay(Browser browser) throws IOException {
    var of100 = ThreadLocalRandom.current().nextInt(100);
    if (of100 < 45) {
      return openPage(browser);
    } else if (of100 < 67) {
      return complete(browser);
    } else if (of100 < 87) {
      return saveAnswer(browser);
    } else if (of100 < 95) {
      return openCourse(browser);
    } else if (of100 < 97) {
      return verify(browser);
    } else if (of100 < 99) {
      return fetchCertificate(browser);
    }
    return signIn(browser);
  }
}

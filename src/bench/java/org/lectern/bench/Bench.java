package org.lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code ./lectern bench}: starts what it needs, measures, prints, and leaves nothing behind. */
public final class Bench {

  /** At how much of the throughput the latency is measured. */
  private static final double LOAD = 0.7;
  private static final int MOST_AT_A_TIME = 128;
  /** How many times as long the first scenario is warmed up. */
  private static final int FIRST_WARM_UP = 4;

  private final Options options;
  private final Database database;
  private final Server server;
  private final Optional<Nginx> nginx;
  private final Scenarios scenarios;

  private Bench(Options options, Database database, Server server, Optional<Nginx> nginx, Scenarios scenarios) {
    this.options = options;
    this.database = database;
    this.server = server;
    this.nginx = nginx;
    this.scenarios = scenarios;
  }

  public static void main(String[] arguments) throws Exception {
    try {
      var options = Options.of(List.of(arguments));
      if (options.compare().isEmpty()) {
        run(options);
      } else {
        Report.compare(options.compare().getFirst(), options.compare().getLast(), System.out);
      }
    } catch (NoSuchElementException incomplete) {
      refuse(Options.HELP);
    } catch (IllegalArgumentException wrong) {
      refuse(String.valueOf(wrong.getMessage()));
    }
  }

  private static void refuse(String why) {
    System.err.println(why);
    System.exit(3);
  }

  private static void run(Options options) throws Exception {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Bench::endWhatWasStarted));
    var folder = Files.createTempDirectory("lectern-bench");
    try (var database = new Database(folder, options.disk())) {
      var page = Files.createFile(folder.resolve("page.html"));
      var content = Path.of(wanted("lectern.home"), "content");
      var settings = Map.of("lectern.content", content.toString(), "lectern.bench-page", page.toString(),
          "quarkus.datasource.jdbc.url", database.url(), "quarkus.datasource.username", "postgres",
          "quarkus.http.proxy.proxy-address-forwarding", "true");
      var course = CourseKey.of(content);
      var people = new People(options.people(), course);
      try (var server = new Server(java(), settings, Path.of(wanted("lectern.jar")), folder)) {
        var scenarios = new Scenarios(server.port(), people, course);
        refuseUnknown(options.scenarios(), scenarios);
        tell("Making " + options.people() + " people");
        try (var connection = database.connect()) {
          people.make(connection, passwordHash(server, database));
        }
        tell("Opening attempts and earning certificates");
        scenarios.prepare();
        Files.writeString(page, scenarios.typicalPage());
        var nginx = Nginx.start(folder);
        try {
          var figures = new Bench(options, database, server, nginx, scenarios).measure(about(options, page));
          Report.print(figures, System.out);
          if (options.json().isPresent()) {
            Report.write(figures, options.json().get());
          }
        } finally {
          nginx.ifPresent(Nginx::close);
        }
      } catch (IllegalStateException failed) {
        System.err.println(Files.readString(folder.resolve("server.log")));
        throw failed;
      }
    } finally {
      delete(folder);
    }
  }

  /** Also when the measurement is stopped by a signal. */
  private static void endWhatWasStarted() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private static void refuseUnknown(List<String> wanted, Scenarios scenarios) {
    var known = scenarios.all().stream().map(Scenario::name).toList();
    wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new IllegalArgumentException("there is no scenario " + name + "; there are " + String.join(", ", known));
    });
  }

  /** The hash of everybody's password, which the server makes for somebody who joins. */
  private static String passwordHash(Server server, Database database) throws IOException, SQLException {
    try (var browser = new Browser(server.port())) {
      browser.call("POST", "/api/v1/accounts", null, "{\"email\":\"first@example.org\",\"password\":\""
          + People.PASSWORD + "\",\"name\":\"First\"}").expect(201);
    }
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select password_hash from account where email_key = 'first@example.org'")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Map<String, String> about(Options options, Path page) throws IOException {
    var about = new LinkedHashMap<String, String>();
    about.put("Date", LocalDate.now(ZoneOffset.UTC).toString());
    about.put("Machine", Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name")
        + " " + System.getProperty("os.arch"));
    about.put("Java", System.getProperty("java.version") + (cache().isEmpty() ? "" : ", from a cache"));
    about.put("Revision", System.getProperty("lectern.revision", "unknown"));
    about.put("Run", options.people() + " people, " + options.clients() + " clients, " + options.rounds()
        + " rounds of " + options.seconds() + " s");
    if (options.disk() > 0) {
      about.put("Disk", "each write of the log takes " + options.disk() + " ms longer");
    }
    about.put("Bare page", Files.size(page) + " bytes");
    return about;
  }

  private Figures measure(Map<String, String> about) throws SQLException, IOException {
    var rows = new ArrayList<Figures.Row>();
    for (var scenario : scenarios.all()) {
      if (options.scenarios().isEmpty() || options.scenarios().contains(scenario.name())) {
        tell("Measuring " + scenario.name());
        // A server that has just started compiles for a minute while it serves; for the next scenarios most is done.
        rows.add(measure(scenario, rows.isEmpty() ? FIRST_WARM_UP * options.warmUp() : options.warmUp()));
      }
    }
    return new Figures(about, rows, Effort.memory(server.process()));
  }

  /** Yardsticks and scenario by turns, so that what disturbs the machine meets them all. */
  private Figures.Row measure(Scenario scenario, double warmUp) throws SQLException, IOException {
    var rates = new ArrayList<Double>();
    var ofBare = new ArrayList<Double>();
    var ofInserts = new ArrayList<Double>();
    var files = new ArrayList<Double>();
    var serverEffort = new ArrayList<Double>();
    var databaseEffort = new ArrayList<Double>();
    var errors = 0L;
    closed(scenarios.barePage(), options.seconds() / 2);
    closed(scenario.clients(), warmUp);
    for (var round = 0; round < options.rounds(); round++) {
      var bare = closed(scenarios.barePage(), options.seconds() / 2).perSecond();
      var inserts = scenario.writes() ? closed(database.inserts(), options.seconds() / 2).perSecond() : 0;
      database.endYardstick();
      var serverBefore = Effort.of(server.process());
      var databaseBefore = Effort.ofAll(database.process());
      var outcome = closed(scenario.clients(), options.seconds());
      var done = Math.max(1, outcome.latency().getTotalCount());
      serverEffort.add((Effort.of(server.process()) - serverBefore) / done);
      databaseEffort.add((Effort.ofAll(database.process()) - databaseBefore) / done);
      errors += outcome.errors();
      rates.add(outcome.perSecond());
      ofBare.add(outcome.perSecond() / bare);
      if (scenario.writes()) {
        ofInserts.add(outcome.perSecond() / inserts);
      }
      if (nginx.isPresent()) {
        files.add(closed(file(nginx.get()), options.seconds() / 4).perSecond() / outcome.perSecond());
      }
    }
    var perSecond = Figures.Spread.of(rates);
    var open = Load.open(scenario.clients(), MOST_AT_A_TIME, LOAD * perSecond.median(), options.seconds() * 2);
    return new Figures.Row(scenario.name(), perSecond, Figures.Spread.of(ofBare), Figures.Spread.of(ofInserts),
        Figures.Spread.of(files), Figures.Spread.of(serverEffort), Figures.Spread.of(databaseEffort), latency(open),
        errors + open.errors());
  }

  private Load.Outcome closed(Supplier<Load.Work> clients, double seconds) {
    var outcome = Load.closed(clients, options.clients(), seconds);
    if (!server.isAlive()) {
      throw new IllegalStateException("the server has ended");
    }
    return outcome;
  }

  private static Supplier<Load.Work> file(Nginx nginx) {
    return () -> {
      var browser = new Browser(nginx.port());
      return () -> browser.get("/page.html", null) == 200;
    };
  }

  private static Figures.Latency latency(Load.Outcome outcome) {
    var latency = outcome.latency();
    return new Figures.Latency(outcome.perSecond(), milliseconds(latency.getValueAtPercentile(50)),
        milliseconds(latency.getValueAtPercentile(90)), milliseconds(latency.getValueAtPercentile(99)),
        milliseconds(latency.getValueAtPercentile(99.9)), milliseconds(latency.getMaxValue()));
  }

  private static double milliseconds(long nanoseconds) {
    return nanoseconds / 1e6;
  }

  /** The command that starts Java, with its options. */
  private static List<String> java() {
    var java = new ArrayList<>(List.of(wanted("lectern.java").strip().split("\\s+")));
    if (!cache().isEmpty()) {
      java.add(cache());
    }
    return java;
  }

  /** The option by which Java uses what it remembers of a training; empty when there was none. */
  private static String cache() {
    return System.getProperty("lectern.cache", "");
  }

  private static String wanted(String property) {
    var value = System.getProperty(property);
    if (value == null) {
      throw new IllegalArgumentException("call it by ./lectern bench\n");
    }
    return value;
  }

  private static void tell(String what) {
    System.err.println(what + " …");
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

package org.lectern.learning;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Course;
import org.lectern.content.Shelf;
import org.lectern.ledger.Verb;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.security.Authenticated;

/** Courses and statements, for programs. */
@Path("/api/v1")
@Authenticated
public class Courses {

  private static final int MAX_BATCH = 500;
  private static final int MAX_RESPONSE = 50;
  private static final int MAX_ANSWER = 1_000;

  /** Nothing was learned here before; a clock that says so was never set. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final Viewer viewer;
  private final Shelf shelf;
  private final Looking looking;
  private final Recording recording;
  private final InstantSource clock;

  Courses(Viewer viewer, Shelf shelf, Looking looking, Recording recording, InstantSource clock) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.looking = looking;
    this.recording = recording;
    this.clock = clock;
  }

  @GET
  @Path("courses")
  @PermitAll
  public List<CourseView.Summary> courses() {
    return shelf.library()
        .courses()
        .values()
        .stream()
        .map(course -> CourseView.Summary.of(course, viewer.language()))
        .toList();
  }

  @GET
  @Path("courses/{course}")
  public CourseView course(@RestPath String course) {
    var found = find(course);
    var progress = looking.at(viewer.person(), found).progress(found, viewer.language());
    return CourseView.of(progress, Why.of(progress).in(viewer.locale()));
  }

  /** A unit without its keys, in the wanted language or the one that it falls back to. */
  @GET
  @Path("courses/{course}/units/{unit}")
  public UnitView unit(@RestPath String course, @RestPath String unit, @RestQuery @Nullable String language) {
    var text = find(course).in(language == null ? viewer.language() : language);
    return text.unit(unit).map(UnitView::of).orElseThrow(Problem::notFound);
  }

  /**
   * A statement as it comes in.
   *
   * @param course needed only when units of several courses have the same id
   */
  public record Incoming(
      @Nullable UUID id,
      @Nullable String verb,
      @Nullable String activity,
      @Nullable String timestamp,
      @Nullable Result result,
      @Nullable String course) {}

  /** The answer of a statement. */
  public record Result(@Nullable List<String> response) {}

  /** Records all of a batch, or none of it. */
  @POST
  @Path("statements")
  @Consumes(MediaType.APPLICATION_JSON)
  public List<Recorded> record(@Nullable List<@Nullable Incoming> batch) {
    var statements = batch == null ? List.<Incoming>of() : batch.stream().filter(Objects::nonNull).toList();
    if (batch == null || statements.isEmpty() || batch.size() > MAX_BATCH || statements.size() < batch.size()) {
      throw refused("invalid-batch", messages -> messages.invalidBatch(MAX_BATCH));
    }
    var course = courseOf(statements);
    var said = statements.stream().map(this::said).toList();
    return recording.record(viewer.person(), course, viewer.language(), said);
  }

  /** The one course that all statements of a batch are about. */
  private Course courseOf(List<Incoming> statements) {
    var candidates = shelf.library()
        .courses()
        .values()
        .stream()
        .filter(course -> statements.stream().allMatch(statement -> isAbout(statement, course)))
        .toList();
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    var activity = Optional.ofNullable(statements.getFirst().activity()).orElse("");
    throw refused(candidates.isEmpty() ? "unknown-unit" : "ambiguous-unit",
        messages -> candidates.isEmpty() ? messages.unknownUnit(activity) : messages.ambiguousUnit(activity));
  }

  private static boolean isAbout(Incoming statement, Course course) {
    if (statement.course() != null) {
      return statement.course().equals(course.id());
    }
    return statement.activity() != null
        && course.in(course.source()).unit(Activity.of(statement.activity()).unit()).isPresent();
  }

  private Said said(Incoming incoming) {
    var id = incoming.id();
    var activity = incoming.activity();
    var verb = Optional.ofNullable(incoming.verb())
        .flatMap(Verb::of)
        .filter(EnumSet.of(Verb.COMPLETED, Verb.ANSWERED)::contains)
        .orElseThrow(() -> refused("unknown-verb", messages -> messages.unknownVerb(String.valueOf(incoming.verb()))));
    if (id == null || activity == null || activity.length() > 130) {
      throw refused("invalid-statement", LearningMessages::invalidStatement);
    }
    return new Said(id, verb, activity, response(incoming), timestamp(incoming));
  }

  private static List<String> response(Incoming incoming) {
    var result = incoming.result();
    var response = result == null ? null : result.response();
    if (response == null) {
      return List.of();
    }
    var tooLong = response.size() > MAX_RESPONSE
        || response.stream().anyMatch(answer -> answer == null || answer.length() > MAX_ANSWER);
    if (tooLong) {
      throw refused("invalid-statement", LearningMessages::invalidStatement);
    }
    return response;
  }

  private Instant timestamp(Incoming incoming) {
    var timestamp = incoming.timestamp();
    if (timestamp == null) {
      return clock.instant();
    }
    try {
      return Optional.of(OffsetDateTime.parse(timestamp).toInstant())
          .filter(happened -> happened.isAfter(EARLIEST))
          .orElseThrow(() -> invalidTimestamp(timestamp));
    } catch (DateTimeParseException e) {
      throw invalidTimestamp(timestamp);
    }
  }

  private static Problem invalidTimestamp(String timestamp) {
    return refused("invalid-timestamp", messages -> messages.invalidTimestamp(timestamp));
  }

  private Course find(String id) {
    return shelf.library().course(id).orElseThrow(Problem::notFound);
  }

  private static Problem refused(String type, java.util.function.Function<LearningMessages, String> message) {
    return new Problem(422, type, Text.of(LearningMessages.class, message));
  }
}

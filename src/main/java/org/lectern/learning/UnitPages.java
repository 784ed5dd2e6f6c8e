package org.lectern.learning;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.Block;
import org.lectern.content.Course;
import org.lectern.content.Node;
import org.lectern.content.Shelf;
import org.lectern.content.Unit;
import org.lectern.ledger.Registration;
import org.lectern.ledger.Statement;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;

/** Pages, checks and cases as learners see and do them. Looking changes nothing; only a form does. */
@Path("/courses/{course}/{unit}")
@Authenticated
public class UnitPages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Looking looking;
  private final Recording recording;
  private final Demand demand;
  private final PageCache cache;
  private final InstantSource clock;

  UnitPages(
      Viewer viewer,
      Shelf shelf,
      Looking looking,
      Recording recording,
      Demand demand,
      PageCache cache,
      InstantSource clock) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.looking = looking;
    this.recording = recording;
    this.demand = demand;
    this.cache = cache;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "learning")
  static class Templates {
    private Templates() {}

    static native TemplateInstance page(Frame frame, List<RawString> blocks, List<String> sources);

    static native TemplateInstance check(
        Frame frame, List<RawString> introduction, List<Asked> questions, boolean pending, FormErrors errors);

    static native TemplateInstance story(
        Frame frame,
        List<RawString> introduction,
        Node node,
        List<RawString> blocks,
        String debrief,
        String start,
        FormErrors errors);
  }

  /**
   * A unit.
   *
   * @param node in a case, the node to stand at: one that was reached before; without it, the last one
   * @param done what was just done in the margin
   */
  @GET
  public Response show(
      @RestPath String course,
      @RestPath String unit,
      @RestQuery @Nullable String node,
      @RestQuery @Nullable String done) {
    var frame = frame(course, unit);
    demand.shown(frame.progress().course(), frame.wanted(), frame.unit().language());
    var plain = !frame.noted() && done == null && viewer.getHere().equals(frame.address());
    return plain && frame.unit() instanceof Unit.Page page
        ? copy(frame.toCopy(viewer.person()), page)
        : Response.ok(page(frame.inFull(viewer.person(), done), node, Map.of(), new FormErrors(viewer.locale())))
            .build();
  }

  private Response copy(Frame frame, Unit.Page page) {
    return cache.page(frame, page, () -> page(frame, null, Map.of(), new FormErrors(viewer.locale())).render());
  }

  @POST
  @Path("completion")
  @NonBlocking
  public Uni<Response> complete(@RestPath String course, @RestPath String unit, @BeanParam Sent sent) {
    var found = shelf.library().course(course).orElseThrow(Problem::notFound);
    var language = viewer.language();
    var there = found.in(language).unit(unit).orElseThrow(Problem::notFound);
    var said = Said.completed(sent.id(), there.id(), sent.happened(clock));
    return recording.begin(viewer.person(), found, language, List.of(said))
        .map(entered -> sent.isByScript()
            ? Response.noContent().build()
            : OwnAddress.seeOther(address(course, entered.route().after(unit))).build());
  }

  private static String address(String course, Optional<Unit> unit) {
    return "/courses/" + course + unit.map(next -> "/" + next.id()).orElse("");
  }

  /** A clip was watched, or its transcript opened. */
  @POST
  @Path("clips/{clip}")
  public Response watched(
      @RestPath String course, @RestPath String unit, @RestPath String clip, @BeanParam Sent sent) {
    var frame = frame(course, unit);
    if (!(frame.unit() instanceof Unit.Page page)
        || page.videos().stream().noneMatch(video -> video.id().equals(clip))) {
      throw Problem.notFound();
    }
    var activity = Activity.of(unit, clip);
    if (!frame.progress().isCompleted(activity) && frame.isOnPath()) {
      record(frame.progress().course(), Said.completed(sent.id(), activity, sent.happened(clock)));
    }
    return sent.isByScript()
        ? Response.noContent().build()
        : OwnAddress.seeOther(frame.address() + "#transcript-" + clip).build();
  }

  @POST
  @Path("answers/{question}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @RestPath String course,
      @RestPath String unit,
      @RestPath String question,
      @BeanParam Sent sent,
      MultivaluedMap<String, String> form) {
    var frame = frame(course, unit);
    if (!(frame.unit() instanceof Unit.Check check)) {
      throw Problem.notFound();
    }
    var asked = check.question(question).orElseThrow(Problem::notFound);
    var response = QuestionForm.response(asked, form);
    if (response.flatMap(given -> Asked.verdict(asked, given)).isEmpty()) {
      return incomplete(frame, Map.of(question, QuestionForm.typed(asked, form)), question,
          LearningMessages::answerMissing);
    }
    record(frame.progress().course(),
        Said.answered(sent.id(), Activity.of(unit, question), response.get(), sent.happened(clock)));
    return after(frame, sent, question);
  }

  @POST
  @Path("choices/{node}")
  public Response choose(
      @RestPath String course,
      @RestPath String unit,
      @RestPath String node,
      @RestForm @Nullable String choice,
      @BeanParam Sent sent) {
    var frame = frame(course, unit);
    if (!(frame.unit() instanceof Unit.Case story) || story.node(node).isEmpty()) {
      throw Problem.notFound();
    }
    if (choice == null) {
      return incomplete(frame, Map.of(), "choices", LearningMessages::choiceMissing);
    }
    record(frame.progress().course(),
        Said.answered(sent.id(), Activity.of(unit, node), List.of(choice), sent.happened(clock)));
    return after(frame, sent, "node");
  }

  /** The page with what was just recorded: at once to a script, by another request to a browser without. */
  private Response after(Frame frame, Sent sent, String place) {
    return sent.isByScript()
        ? show(frame.course(), frame.unit().id(), null, null)
        : OwnAddress.seeOther(frame.address() + "#" + place).build();
  }

  private void record(Course course, Said said) {
    recording.record(viewer.person(), course, viewer.language(), List.of(said));
  }

  /**
   * The page again, with what is missing.
   *
   * @param typed what was typed, by question
   */
  private Response incomplete(
      Frame frame, Map<String, List<String>> typed, String field, Function<LearningMessages, String> message) {
    var errors = new FormErrors(viewer.locale()).add(field, Text.of(LearningMessages.class, message));
    return Response.status(422).entity(page(frame.inFull(viewer.person(), null), null, typed, errors)).build();
  }

  private Frame frame(String courseId, String unitId) {
    var course = shelf.library().course(courseId).orElseThrow(Problem::notFound);
    var unit = course.in(viewer.language()).unit(unitId).orElseThrow(Problem::notFound);
    var seen = looking.at(viewer.person(), course, unitId);
    return Frame.of(course, unit, viewer.language(), seen);
  }

  /** Done is what was answered at the time; a question that was taken out since may have been the only one left. */
  private static TemplateInstance check(Unit.Check check, Frame frame, List<Asked> questions, FormErrors errors) {
    var pending = frame.isOnPath() && !frame.isCompleted()
        && questions.stream().allMatch(asked -> asked.verdict().isPresent());
    return Templates.check(frame, html(frame, check.introduction()), questions, pending, errors);
  }

  private TemplateInstance page(
      Frame frame, @Nullable String node, Map<String, List<String>> typed, FormErrors errors) {
    return switch (frame.unit()) {
      case Unit.Page page -> Templates.page(frame, BlockHtml.of(page, frame), page.sources());
      case Unit.Check check -> check(check, frame, asked(check, frame, typed), errors);
      case Unit.Case story -> story(story, frame, node, errors);
    };
  }

  private static List<RawString> html(Frame frame, List<Block> blocks) {
    return BlockHtml.of(blocks, frame.progress().course(), frame.unit().language(), frame.wanted());
  }

  private List<Statement> answers(Frame frame) {
    return Registration.current(viewer.person(), frame.course())
        .map(registration -> Statement.answers(registration, frame.unit().id()))
        .orElse(List.of());
  }

  private List<Asked> asked(Unit.Check check, Frame frame, Map<String, List<String>> typed) {
    Map<String, List<String>> last = new HashMap<>();
    for (var answer : answers(frame)) {
      last.put(answer.activity, answer.responses());
    }
    return check.questions()
        .stream()
        .map(question -> typed.containsKey(question.id())
            ? Asked.of(question, typed.getOrDefault(question.id(), List.of()), false)
            : Asked.of(question, last.getOrDefault(Activity.of(check.id(), question.id()), List.of()), true))
        .toList();
  }

  private TemplateInstance story(Unit.Case story, Frame frame, @Nullable String wanted, FormErrors errors) {
    var walk = Walk.of(story, answers(frame));
    var node = Optional.ofNullable(wanted)
        .flatMap(story::node)
        .filter(walk::hasReached)
        .orElseGet(walk::current);
    var debrief = node.ending().map(Node.Ending::debrief).orElse("");
    return Templates.story(frame, html(frame, story.introduction()), node, html(frame, node.blocks()), debrief,
        story.start().id(), errors);
  }
}

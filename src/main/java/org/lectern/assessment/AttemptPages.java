package org.lectern.assessment;

import java.util.Optional;
import java.util.UUID;

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
import org.lectern.content.Shelf;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Problem;
import org.lectern.platform.Settings;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** An attempt as its learner sees it: one question a page, a page to check the answers, and the result. */
@Path("/attempts/{attempt}")
@Authenticated
public class AttemptPages {

  private final Viewer viewer;
  private final Shelf shelf;
  private final Settings settings;
  private final Opening opening;
  private final Answering answering;
  private final Submission submission;
  private final Award award;

  AttemptPages(
      Viewer viewer,
      Shelf shelf,
      Settings settings,
      Opening opening,
      Answering answering,
      Submission submission,
      Award award) {
    this.viewer = viewer;
    this.shelf = shelf;
    this.settings = settings;
    this.opening = opening;
    this.answering = answering;
    this.submission = submission;
    this.award = award;
  }

  @CheckedTemplate(basePath = "assessment")
  static class Templates {
    private Templates() {}

    static native TemplateInstance question(QuestionPage page, boolean newer, FormErrors errors);

    static native TemplateInstance check(CheckPage page, FormErrors errors);

    static native TemplateInstance result(ResultPage page, Optional<OverviewPage.Offer> offer);
  }

  /**
   * A question while the attempt is open, the result afterwards.
   *
   * @param item the place of the question, from 1; without it, the first that is not answered
   * @param newer whether to tell that another window's answer is shown
   */
  @GET
  public Response show(
      @RestPath UUID attempt, @RestQuery @Nullable Integer item, @RestQuery @Nullable Boolean newer) {
    var mine = mine(attempt);
    if (!mine.isOpen()) {
      return Response.ok(result(mine)).build();
    }
    var snapshot = mine.snapshot();
    var answers = AttemptAnswer.of(mine);
    var missing = CheckPage.of(mine, snapshot, answers).missing();
    if (item == null && missing.isEmpty()) {
      return OwnAddress.seeOther(address(attempt) + "/check").build();
    }
    var number = item != null ? item : missing.getFirst().number();
    if (number < 1 || number > snapshot.items().size()) {
      throw Problem.notFound();
    }
    var page = QuestionPage.of(mine, snapshot, number, answers, null);
    return Response.ok(Templates.question(page, Boolean.TRUE.equals(newer), noErrors())).build();
  }

  private TemplateInstance result(Attempt attempt) {
    var course = shelf.library().course(attempt.courseId);
    var offer = course.map(there -> opening.look(there, viewer.language(), viewer.person()))
        .map(view -> OverviewPage.Offer.of(view.door(), attempt.courseId, settings.zone(), viewer.locale()));
    return Templates.result(ResultPage.of(attempt, course.map(there -> there.in(attempt.language)), award), offer);
  }

  /** Saves the answer, and leads to where the pressed button says. */
  @POST
  @Path("answers/{item}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(@RestPath UUID attempt, @RestPath String item, MultivaluedMap<String, String> form) {
    var mine = mine(attempt);
    var snapshot = mine.snapshot();
    var number = snapshot.placeOf(item).orElseThrow(Problem::notFound);
    var typed = AnswerForm.of(snapshot.items().get(number - 1).shown(), form);
    if (!mine.isOpen()) {
      throw new AlreadySubmitted();
    }
    if (typed.problem().isPresent()) {
      return refused(mine, snapshot, number, typed, typed.problem().get());
    }
    var seq = AnswerForm.seq(form);
    return switch (answering.save(attempt, viewer.person(), item, typed.options(), seq)) {
      case Answering.Outcome.Saved saved -> {
        var newer = seq.isPresent() && seq.getAsLong() < saved.answer().seq;
        var next = newer
            ? "?item=" + number + "&newer=true"
            : next(AnswerForm.value(form, "go"), number, snapshot.items().size());
        yield OwnAddress.seeOther(address(attempt) + next).build();
      }
      case Answering.Outcome.NotAnAnswer refused -> refused(mine, snapshot, number, typed, refused.reason());
      case Answering.Outcome.Ended ended -> throw new AlreadySubmitted();
    };
  }

  private Response refused(Attempt attempt, Snapshot snapshot, int number, AnswerForm typed, Text reason) {
    var page = QuestionPage.of(attempt, snapshot, number, AttemptAnswer.of(attempt), typed.options());
    return invalid(Templates.question(page, false, noErrors().add("answer", reason)));
  }

  /** {@code previous}, {@code check}, or the place of a question; anything else goes on. */
  private static String next(String go, int number, int total) {
    var wanted = switch (go) {
      case "previous" -> number - 1;
      case "check" -> total + 1;
      default -> go.matches("[0-9]{1,3}") ? Integer.parseInt(go) : number + 1;
    };
    return wanted >= 1 && wanted <= total ? "?item=" + wanted : "/check";
  }

  @GET
  @Path("check")
  public Response check(@RestPath UUID attempt) {
    var mine = mine(attempt);
    if (!mine.isOpen()) {
      return OwnAddress.seeOther(address(attempt)).build();
    }
    return Response.ok(Templates.check(checkPage(mine), noErrors())).build();
  }

  /**
   * Submits the attempt.
   *
   * @param incomplete anything, to say that missing answers are meant to be missing
   */
  @POST
  @Path("submission")
  public Response submit(@RestPath UUID attempt, @RestForm @Nullable String incomplete) {
    var mine = mine(attempt);
    if (mine.isOpen() && incomplete == null) {
      var page = checkPage(mine);
      var errors = noErrors();
      page.missing()
          .forEach(row -> errors.add("question-" + row.number(),
              Words.text(messages -> messages.questionMissing(row.number()))));
      if (!errors.isEmpty()) {
        errors.add("incomplete", Words.text(AssessmentMessages::confirmMissing));
        return invalid(Templates.check(page, errors));
      }
    }
    submission.submit(attempt, viewer.person());
    return OwnAddress.seeOther(address(attempt)).build();
  }

  private static CheckPage checkPage(Attempt attempt) {
    return CheckPage.of(attempt, attempt.snapshot(), AttemptAnswer.of(attempt));
  }

  private Attempt mine(UUID attempt) {
    return Attempt.of(attempt, viewer.person()).orElseThrow(Problem::notFound);
  }

  private FormErrors noErrors() {
    return new FormErrors(viewer.locale());
  }

  private static Response invalid(TemplateInstance page) {
    return Response.status(422).entity(page).build();
  }

  private static String address(UUID attempt) {
    return "/attempts/" + attempt;
  }
}

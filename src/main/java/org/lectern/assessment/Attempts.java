package org.lectern.assessment;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.lectern.platform.Problem;
import org.lectern.platform.Text;
import org.lectern.platform.Viewer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** Attempts, for programs. */
@Path("/api/v1/attempts/{attempt}")
@Authenticated
public class Attempts {

  private final Viewer viewer;
  private final Answering answering;
  private final Submission submission;
  private final Award award;

  Attempts(Viewer viewer, Answering answering, Submission submission, Award award) {
    this.viewer = viewer;
    this.answering = answering;
    this.submission = submission;
    this.award = award;
  }

  @GET
  public AttemptView show(@RestPath UUID attempt) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Attempt.of(attempt, viewer.person()).map(found -> AttemptView.of(found, award)))
        .orElseThrow(Problem::notFound);
  }

  /**
   * An answer as it comes in.
   *
   * @param seq grows with every change: of two answers the one with the higher number stays
   * @param options option ids; all entries in order, with empty strings for gaps; {@code left:right} pairs; or one text
   */
  public record Answer(@Nullable Long seq, @Nullable List<@Nullable String> options) {}

  /** What is stored now: the answer that was sent, or a later one. */
  public record Stored(String item, long seq, List<String> options, Instant savedAt) {}

  @PUT
  @Path("answers/{item}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Stored answer(@RestPath UUID attempt, @RestPath String item, @Nullable Answer answer) {
    var seq = OptionalLong.of(seq(answer));
    return switch (answering.save(attempt, viewer.person(), item, options(answer), seq)) {
      case Answering.Outcome.Saved saved -> {
        var stored = saved.answer();
        yield new Stored(stored.itemId, stored.seq, stored.options(), stored.savedAt);
      }
      case Answering.Outcome.NotAnAnswer refused -> throw refused(refused.reason());
      case Answering.Outcome.Ended ended -> throw new AlreadySubmitted();
    };
  }

  private static long seq(@Nullable Answer answer) {
    var seq = answer == null ? null : answer.seq();
    if (seq == null || seq < 0 || seq > AttemptAnswer.MAX_SEQ) {
      throw refused(Words.text(messages -> messages.seqMissing(AttemptAnswer.MAX_SEQ)));
    }
    return seq;
  }

  private static List<String> options(@Nullable Answer answer) {
    var options = answer == null ? null : answer.options();
    if (options == null || options.contains(null)) {
      throw refused(Words.text(AssessmentMessages::optionsMissing));
    }
    return List.copyOf(options);
  }

  private static Problem refused(Text reason) {
    return new Problem(422, "not-an-answer", reason);
  }

  @POST
  @Path("submission")
  @Operation(description = "Ends the attempt. What is not answered counts as wrong. Again: the same result.")
  public AttemptView.Result submit(@RestPath UUID attempt) {
    var ended = submission.submit(attempt, viewer.person());
    return QuarkusTransaction.requiringNew().call(() -> AttemptView.Result.of(ended, award));
  }
}

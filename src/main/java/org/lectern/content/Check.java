package org.lectern.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.NetworkDraft;
import org.lectern.content.draft.Scan;
import org.lectern.content.format.Spot;

/** The third step: whether what the files say holds together. */
final class Check {
  private Check() {}

  /** @param networks the job networks that are listed; empty when their file cannot be read */
  static void course(CourseDraft draft, Optional<List<NetworkDraft>> networks, LocalDate today, Problems problems) {
    boolean hasPolicy = !draft.file().isEmpty();
    if (hasPolicy) {
      new IdRules(draft, problems).check();
      new PolicyRules(draft, problems).check(networks);
      new LinkRules(draft, problems).check();
      new TranslationRules(draft, problems).check();
      new ResourceRules(draft, problems).check();
    }
    var questions = new QuestionRules(problems);
    var cases = new CaseRules(problems);
    for (var language : draft.languages().values()) {
      language.units().forEach(unit -> {
        questions.check(unit);
        cases.check(unit);
      });
      language.pools().forEach(questions::check);
    }
    new TextRules(problems, today).check(draft);
  }

  static void jobNetworks(List<NetworkDraft> networks, Problems problems) {
    var seen = new Seen("job networks", problems);
    for (var network : networks) {
      seen.add(network.code(), network.spot());
      boolean backwards = network.validFrom()
          .flatMap(from -> network.validTo().map(to -> to.isBefore(from)))
          .orElse(false);
      if (backwards) {
        problems.error(
            network.spot(),
            "L004",
            "The job network " + network.code() + " ends before it begins.",
            "Nobody could ever belong to it.",
            "Correct validFrom or validTo.");
      }
    }
  }

  /** What to say about a path that names job networks when there is no list of them. */
  static void noJobNetworks(Spot spot, Problems problems) {
    if (!problems.hasUnreadable(Scan.JOB_NETWORKS)) {
      problems.error(
          spot,
          "L062",
          "There is no " + Scan.JOB_NETWORKS + " that lists this job network.",
          "People could not say that they belong to it.",
          "Write " + Scan.JOB_NETWORKS + " beside the folders of the courses: - {code: …, name: {en: …}}.");
    }
  }
}

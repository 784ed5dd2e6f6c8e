package org.lectern.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lectern.assessment.AssessmentPassed;
import org.lectern.assessment.PathTaken;
import org.lectern.content.Course;

/**
 * Everything that a certificate says, copied when it is issued, so that nothing that changes later changes it.
 *
 * @param holder the person's name on the day
 * @param modules the numbers of the path's modules, in order
 * @param edition as {@link org.lectern.content.Edition#toString()} writes it
 * @param language of the attempt and of the certificate (BCP 47)
 * @param completedOn the day of the pass, in the policy's zone
 * @param issuedOn the day of this serial; later than {@code completedOn} when it was issued again
 * @param minutes as the course states for the path; 0 when it does not
 * @param score per cent; kept, but neither printed nor shown to the public
 * @param codes of the course in other systems, for this path and language
 * @param wording stands between the name and the course: "has completed the mandatory course"
 * @param server the public address at the time, without a slash at the end
 * @param replaces the serial that this one takes the place of
 */
public record PrintedFacts(
    String holder,
    String courseId,
    String courseTitle,
    String pathId,
    String pathTitle,
    List<Integer> modules,
    String edition,
    String language,
    LocalDate completedOn,
    LocalDate issuedOn,
    int minutes,
    int score,
    List<String> codes,
    String wording,
    String issuer,
    String server,
    Optional<String> replaces) {

  public PrintedFacts {
    modules = List.copyOf(modules);
    codes = List.copyOf(codes);
  }

  /**
   * The facts of a first certificate: course and path as they were when the attempt was opened, in the edition that is
   * named; wording and issuer of the day.
   */
  static PrintedFacts of(AssessmentPassed passed, Course course, String holder, LocalDate day, String server) {
    var language = passed.language();
    var path = passed.taken().orElseGet(() -> PathTaken.of(course, passed.path(), language));
    return new PrintedFacts(
        holder,
        course.id(),
        passed.courseTitle(),
        passed.path(),
        path.title(),
        path.modules(),
        passed.edition(),
        language,
        day,
        day,
        path.minutes(),
        passed.score(),
        path.codes(),
        course.certificate().wording().in(language),
        course.certificate().issuer().in(language),
        server,
        Optional.empty());
  }

  /** The same facts for a serial that takes the place of {@code replaced}. */
  PrintedFacts again(String newHolder, Serial replaced, LocalDate today, String newServer) {
    return new PrintedFacts(newHolder, courseId, courseTitle, pathId, pathTitle, modules, edition, language,
        completedOn, today, minutes, score, codes, wording, issuer, newServer, Optional.of(replaced.text()));
  }

  /** The version that people say, without the hash of the content. */
  public String version() {
    var plus = edition.indexOf('+');
    return plus < 0 ? edition : edition.substring(0, plus);
  }

  /** The numbers of the modules in few characters: "1–3, 5, 7". */
  public String moduleNumbers() {
    return runs(modules);
  }

  /** Three and more numbers in a row become one run. */
  static String runs(List<Integer> numbers) {
    var runs = new ArrayList<String>();
    for (var i = 0; i < numbers.size();) {
      var end = i;
      while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
        end++;
      }
      if (end - i < 2) {
        end = i;
      }
      runs.add(end == i ? numbers.get(i).toString() : numbers.get(i) + "–" + numbers.get(end));
      i = end + 1;
    }
    return String.join(", ", runs);
  }

  /** Where everybody can check the certificate that has this serial. */
  public String verifyAt(Serial serial) {
    return server + "/verify/" + serial.text();
  }
}

package org.lectern.assessment;

import java.util.List;

import org.lectern.content.Course;
import org.lectern.content.Module;
import org.lectern.content.Path;

/**
 * What a path of a course was when somebody opened an attempt on it; an edit of the course changes nothing here.
 *
 * @param title in the language of the attempt
 * @param modules the numbers of its modules, in order
 * @param minutes as the course states for it; 0 when it does not
 * @param codes of the course in other systems, for this path and language
 */
public record PathTaken(String title, List<Integer> modules, int minutes, List<String> codes) {

  public PathTaken {
    modules = List.copyOf(modules);
    codes = List.copyOf(codes);
  }

  /** The path as it is now. Of one that the course does not have, only the id is known. */
  public static PathTaken of(Course course, String pathId, String language) {
    var path = course.path(pathId);
    return new PathTaken(
        path.map(known -> known.title().in(language)).orElse(pathId),
        path.map(known -> course.in(language).modulesOf(known).stream().map(Module::number).toList())
            .orElse(List.of()),
        path.map(Path::minutes).orElse(0),
        codes(course, pathId, language));
  }

  private static List<String> codes(Course course, String pathId, String language) {
    return course.codes()
        .stream()
        .filter(code -> code.path().map(pathId::equals).orElse(true))
        .filter(code -> code.language().map(language::equals).orElse(true))
        .map(code -> code.system() + " " + code.code())
        .toList();
  }
}

package org.lectern.content;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What the content folder said, and by what one sees later whether it says something else.
 *
 * @param stamps taken before the files were read: what is written meanwhile is seen the next time
 * @param day on which pages may have been due for review
 */
record Reading(Stamps stamps, LocalDate day, Loading loading) {

  static Reading of(Path dir, LocalDate day) {
    var stamps = Stamps.of(dir);
    return new Reading(stamps, day, Loading.of(dir, day));
  }

  /** Whether it is of these files, and of this day. */
  boolean isOf(Stamps files, LocalDate today) {
    return files.equals(stamps) && today.equals(day);
  }
}

package org.lectern.search;

import java.util.List;

/**
 * Something that can be found, in one language. The same thing in another language is another entry with the same address.
 *
 * @param unit the id of the unit; empty for everything else
 * @param module the id of the module that it belongs to; empty when it belongs to none
 * @param type as files name it: {@code course}, {@code module}, {@code page}, {@code check}, {@code case}, {@code term},
 *     {@code resource}
 * @param address where it is read, without the language
 * @param language the language that title and text are written in (BCP 47)
 * @param text what it says, as plain text; a line for each paragraph
 * @param codes the names of the course in other systems, such as {@code LMS-2299}
 */
record Entry(
    Kind kind,
    String type,
    String course,
    String module,
    String unit,
    String address,
    String language,
    String title,
    String text,
    List<String> codes) {

  Entry {
    codes = List.copyOf(codes);
  }
}

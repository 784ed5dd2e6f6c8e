package org.lectern.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of search. */
@MessageBundle("search")
public interface SearchMessages {

  @Message("Search")
  String title();

  @Message("Search for “{query}”")
  String titleFor(String query);

  @Message("Search courses, terms and texts")
  String label();

  @Message("Search")
  String find();

  @Message("Language")
  String language();

  @Message("All languages")
  String allLanguages();

  @Message("{plural:of('en', count, 'one{# result} other{# results}')}")
  String count(int count);

  @Message("{#switch kind}{#case 'course'}Courses{#case 'unit'}Modules and units{#case 'term'}Glossary{#case}Texts to keep{/switch}")
  String group(String kind);

  @Message("{#switch type}{#case 'course'}Course{#case 'module'}Module{#case 'page'}Page{#case 'check'}Check{#case 'case'}Case{#case 'term'}Term{#case}Text{/switch}")
  String type(String type);

  @Message("All {count}: {group}")
  String all(long count, String group);

  @Message("Back to all results")
  String backToAll();

  @Message("Not on your path")
  String notOnPath();

  @Message("Done")
  String done();

  @Message("Nothing says “{query}”. These are the results for “{instead}”.")
  String instead(String query, String instead);

  @Message("Nothing says all of “{query}”. These results say some of it.")
  String some(String query);

  @Message("Nothing was found for “{query}”.")
  String nothing(String query);

  @Message("Try fewer words, or a shorter beginning of a word.")
  String tryFewer();

  @Message("Look in all languages")
  String tryAllLanguages();

  @Message("All courses")
  String allCourses();

  @Message("You can search the courses, their pages and checks, the glossary and the texts to keep, in every language. The code of a course finds it as well, for instance LMS-2299. Words between quotation marks are found just like that: “human rights”.")
  String help();

  @Message("{plural:of('en', count, '=0{Nothing found} one{# result; use the arrow keys} other{# results; use the arrow keys}')}")
  String announced(int count);

  @Message("All results")
  String allResults();
}

package org.lectern.learning;

import org.lectern.content.Glossary;

/**
 * A term of the glossary as it is explained in place.
 *
 * @param language the language of both texts: the wanted one where the glossary has it
 */
record TermView(String id, String language, String term, String definition) {

  static TermView of(Glossary.Term term, String wanted) {
    var definition = term.definition();
    var language = definition.texts().containsKey(wanted) ? wanted : definition.source();
    return new TermView(term.id(), language, term.term().in(language), definition.in(language));
  }
}

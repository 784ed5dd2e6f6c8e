package org.lectern.content;

import java.util.Map;
import java.util.Optional;

/** The terms of a course, by id. */
public record Glossary(Map<String, Term> terms) {

  public static final Glossary EMPTY = new Glossary(Map.of());

  public Glossary {
    terms = Ordered.copyOf(terms);
  }

  public Optional<Term> term(String id) {
    return Optional.ofNullable(terms.get(id));
  }

  /** A term and what it means. */
  public record Term(String id, Localized term, Localized definition) {}
}

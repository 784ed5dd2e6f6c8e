package org.lectern.content.draft;

import java.util.Map;

import org.lectern.content.format.Spot;

/** A term of the glossary, as written. */
public record TermDraft(Spot spot, String id, Map<String, String> term, Map<String, String> definition) {}

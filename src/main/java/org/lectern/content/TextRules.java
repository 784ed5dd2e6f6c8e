package org.lectern.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lectern.content.draft.CourseDraft;
import org.lectern.content.draft.LanguageDraft;
import org.lectern.content.draft.ModuleDraft;
import org.lectern.content.draft.PoolDraft;
import org.lectern.content.draft.UnitDraft;
import org.lectern.content.format.Passage;

/** Texts are finished, said once, and read again in time. */
final class TextRules {
  /** The thirtieth session of the General Assembly stands in the symbols of its resolutions: A/RES/3452 (XXX). */
  private static final String SESSION = "(?<=[(（])XXX[)）]";
  private static final Pattern PLACEHOLDER = Pattern
      .compile("\\b(?!" + SESSION + ")(?:TK|TODO|FIXME|XXX)\\b|(?i:lorem ipsum)");

  private final Problems problems;
  private final LocalDate today;

  TextRules(Problems problems, LocalDate today) {
    this.problems = problems;
    this.today = today;
  }

  void check(CourseDraft draft) {
    draft.file().passages().forEach(this::placeholder);
    draft.glossary().passages().forEach(this::placeholder);
    draft.resources().forEach(resource -> {
      resource.reading().passages().forEach(this::placeholder);
      resource.review().ifPresent(this::review);
    });
    draft.languages().values().forEach(this::check);
  }

  private void check(LanguageDraft language) {
    Stream.of(
        language.openings().map(ModuleDraft.Opening::reading),
        language.units().map(UnitDraft::reading),
        language.pools().stream().map(PoolDraft::reading))
        .flatMap(readings -> readings)
        .flatMap(reading -> reading.passages().stream())
        .forEach(this::placeholder);
    Stream.of(
        language.openings().map(ModuleDraft.Opening::review),
        language.units().map(UnitDraft::review),
        language.pools().stream().map(PoolDraft::review))
        .flatMap(reviews -> reviews)
        .flatMap(Optional::stream)
        .forEach(this::review);
    nearDuplicates(language);
  }

  private void placeholder(Passage passage) {
    var matcher = PLACEHOLDER.matcher(passage.text());
    if (matcher.find()) {
      problems.error(
          passage.spot(),
          "L030",
          "Here stands \"" + matcher.group() + "\": the text is not finished.",
          "Learners take it for the course.",
          "Write the text, or take the passage out.");
    }
  }

  private void review(UnitDraft.Review review) {
    if (review.by().isBefore(today)) {
      problems.warning(
          review.spot(),
          "L032",
          "This should have been read again by " + review.by() + ".",
          "Facts grow old, and nobody notices.",
          "Read it, mend it, and write the next date.");
    }
  }

  private void nearDuplicates(LanguageDraft language) {
    var passages = new ArrayList<Passage>();
    language.openings().forEach(opening -> passages.addAll(paragraphs(opening.reading())));
    language.units()
        .filter(unit -> !(unit.body() instanceof UnitDraft.CheckBody))
        .forEach(
            unit -> passages.addAll(paragraphs(unit.reading())));
    for (var pair : NearDuplicates.among(passages)) {
      problems.warning(
          pair.later().spot(),
          "L031",
          "This paragraph says nearly the same as the one on " + pair.earlier().spot().inWords() + ".",
          "Readers lose trust when they meet the same words again.",
          "Say it once, and link to it.");
    }
  }

  private static List<Passage> paragraphs(UnitDraft.Reading reading) {
    return reading.passages().stream().filter(Passage::paragraph).toList();
  }
}

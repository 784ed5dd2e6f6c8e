package org.lectern.assessment;

import java.util.Locale;

import org.lectern.content.Question;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a question is answered. */
public enum QuestionType {
  SINGLE_CHOICE, MULTIPLE_CHOICE, ORDERING, MATCHING, SHORT_TEXT;

  /** The name in the API: {@code single-choice}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static QuestionType of(Question question) {
    return switch (question) {
      case Question.SingleChoice single -> SINGLE_CHOICE;
      case Question.MultipleChoice multiple -> MULTIPLE_CHOICE;
      case Question.Ordering ordering -> ORDERING;
      case Question.Matching matching -> MATCHING;
      case Question.ShortText text -> SHORT_TEXT;
    };
  }
}

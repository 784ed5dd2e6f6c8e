package org.lectern.administration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Dates as they are typed. */
final class Dates {

  private static final LocalDate EARLIEST = LocalDate.of(1945, 10, 24);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private Dates() {}

  /** Reads {@code 2026-11-21}; empty when that is no date from 1945 to 2199. */
  static Optional<LocalDate> parse(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(String::strip)
          .map(LocalDate::parse)
          .filter(date -> !date.isBefore(EARLIEST) && date.isBefore(LATEST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

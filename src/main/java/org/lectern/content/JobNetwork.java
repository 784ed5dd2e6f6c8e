package org.lectern.content;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A job network, as listed in {@code job-networks.yaml}.
 *
 * @param code for instance {@code POLNET}
 * @param validFrom first day of use, if there is one
 * @param validTo last day of use (inclusive), if there is one
 */
public record JobNetwork(String code, Localized name, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {

  public boolean isInUse(LocalDate day) {
    return validFrom.map(from -> !day.isBefore(from)).orElse(true)
        && validTo.map(to -> !day.isAfter(to)).orElse(true);
  }
}

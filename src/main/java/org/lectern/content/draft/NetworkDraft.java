package org.lectern.content.draft;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.lectern.content.format.Spot;

/**
 * A job network, as written.
 *
 * @param source the language that answers when the name is missing in another
 */
public record NetworkDraft(Spot spot, String code, String source, Map<String, String> name,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {}

package org.lectern.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.lectern.content.Shelf;
import org.lectern.platform.Settings;

/** How engagements change. */
@ApplicationScoped
public class Engagements {

  private final InstantSource clock;
  private final Settings settings;
  private final Shelf shelf;

  Engagements(InstantSource clock, Settings settings, Shelf shelf) {
    this.clock = clock;
    this.settings = settings;
    this.shelf = shelf;
  }

  /** Today, where the policy is made. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  /**
   * Records that a person's job network is {@code jobNetwork} from {@code from} on; otherwise as {@link #change}.
   *
   * @param jobNetwork null or blank when it is not known
   * @throws org.lectern.platform.Problem 422 when the code is not in use on that day
   */
  @Transactional
  public void setJobNetwork(UUID personId, @Nullable String jobNetwork, LocalDate from, UUID recordedBy) {
    var code = PersonFields.jobNetwork(jobNetwork, shelf.library(), from);
    change(personId, EngagementChange.ofJobNetwork(code.orElse(null)), from, recordedBy);
  }

  /**
   * Records that a person's engagement is different from {@code from} on. What held before that day stays; what was
   * thought to hold after it is replaced. When all that is known is one engagement that begins later, it is taken to begin
   * on that day. Recording what is known already changes nothing.
   *
   * @return whether anything changed
   */
  @Transactional
  public boolean change(UUID personId, EngagementChange change, LocalDate from, UUID recordedBy) {
    Person.lock(personId);
    var now = clock.instant();
    var known = Engagement.known(personId);
    var current = known.stream().filter(engagement -> engagement.holdsOn(from)).findFirst();
    var later = known.stream().anyMatch(engagement -> engagement.validFrom.isAfter(from));
    if (!later && change.isAlreadyIn(current.orElse(null))) {
      return false;
    }
    var base = current.or(() -> later && known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty());
    var next = base
        .map(engagement -> engagement.limitedTo(from, null, now, recordedBy))
        .orElseGet(() -> new Engagement(personId, null, from, now, recordedBy));
    change.applyTo(next);
    for (var engagement : known) {
      if (engagement.validTo != null && engagement.validTo.isBefore(from)) {
        continue;
      }
      engagement.replacedAt = now;
      if (engagement.validFrom.isBefore(from)) {
        engagement.limitedTo(engagement.validFrom, from.minusDays(1), now, recordedBy).persist();
      }
    }
    next.persist();
    AuditEntry.of(now, "engagement-changed")
        .by(recordedBy)
        .to(personId)
        .saying("%s from %s".formatted(change.words(), from))
        .add();
    return true;
  }
}

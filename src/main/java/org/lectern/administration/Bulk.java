package org.lectern.administration;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lectern.administration.BulkChange.State;
import org.lectern.administration.BulkItem.Outcome;
import org.lectern.administration.Judging.Judgement;
import org.lectern.people.AccountLocks;
import org.lectern.people.AuditEntry;
import org.lectern.people.EngagementChange;
import org.lectern.people.Engagements;
import org.lectern.platform.Json;
import org.lectern.platform.Transactions;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Changes of many people: drafted, looked at, confirmed, worked off. A batch is one transaction, so a server that goes
 * away in the middle has done some batches whole and the others not at all, and whoever goes on goes on there.
 */
@ApplicationScoped
class Bulk {

  /** More people at once are more than anybody checks in a preview. */
  static final int MOST = 20_000;

  private static final int JUDGED_AT_ONCE = 500;
  private static final int BATCH = 50;
  private static final Logger LOG = Logger.getLogger(Bulk.class);

  private final InstantSource clock;
  private final Judging judging;
  private final Engagements engagements;
  private final AccountLocks locks;

  Bulk(InstantSource clock, Judging judging, Engagements engagements, AccountLocks locks) {
    this.clock = clock;
    this.judging = judging;
    this.engagements = engagements;
    this.locks = locks;
  }

  /** What is to be changed; {@code from} is null unless engagements change, or when every line has its own day. */
  record Plan(BulkChange.Kind kind, EngagementChange values, @Nullable LocalDate from, String source) {}

  /** One line of a file: whom it concerns, and what it says. */
  record Entry(UUID person, int line, EngagementChange values, LocalDate from) {}

  /** Keeps what is to happen to these people, without doing it. */
  UUID draft(Plan plan, List<UUID> people, UUID by) {
    return keep(plan, by, (change, items) -> {
      for (var person : people) {
        items.add(new BulkItem(change, items.size() + 1, person));
      }
    });
  }

  /** Keeps what a file says, without doing it. */
  UUID draftOf(Plan plan, List<Entry> entries, UUID by) {
    return keep(plan, by, (change, items) -> {
      for (var entry : entries) {
        var item = new BulkItem(change, items.size() + 1, entry.person());
        item.line = entry.line();
        item.valuesJson = Json.write(entry.values());
        item.validFrom = entry.from();
        items.add(item);
      }
    });
  }

  private interface Filling {
    void fill(BulkChange change, List<BulkItem> items);
  }

  private UUID keep(Plan plan, UUID by, Filling filling) {
    return QuarkusTransaction.requiringNew().timeout(120).call(() -> {
      var change = new BulkChange(plan.kind(), plan.values(), plan.from(), plan.source(), by, clock.instant());
      change.persist();
      var items = new ArrayList<BulkItem>();
      filling.fill(change, items);
      for (var start = 0; start < items.size(); start += JUDGED_AT_ONCE) {
        var some = items.subList(start, Math.min(items.size(), start + JUDGED_AT_ONCE));
        var judgements = judging.judge(change, some);
        some.forEach(item -> note(item, Objects.requireNonNull(judgements.get(item.number))));
        BulkItem.persist(some);
        BulkItem.flush();
      }
      return change.id;
    });
  }

  private void note(BulkItem item, Judgement judgement) {
    switch (judgement) {
      case Judgement.Possible possible -> item.outcome = Outcome.PLANNED;
      case Judgement.Already already -> item.come(Outcome.UNCHANGED, null, clock.instant());
      case Judgement.Refused refused -> item.come(Outcome.REFUSED, refused.reason().id(), clock.instant());
    }
  }

  /** Lets a draft be worked off in this administrator's name, whoever made it; again, it changes nothing. */
  void confirm(UUID id, UUID by) {
    Transactions.retrying(() -> BulkChange.findToChange(id).filter(BulkChange::isDraft).ifPresent(change -> {
      change.confirmedAt = clock.instant();
      leaveDraft(change, State.RUNNING, by, "bulk-change-confirmed");
    }));
  }

  /** Gives a draft up. */
  void discard(UUID id, UUID by) {
    Transactions.retrying(() -> BulkChange.findToChange(id)
        .filter(BulkChange::isDraft)
        .ifPresent(change -> leaveDraft(change, State.DISCARDED, by, "bulk-change-discarded")));
  }

  private void leaveDraft(BulkChange change, State next, UUID by, String act) {
    change.state = next;
    change.decidedBy = by;
    AuditEntry.of(clock.instant(), act).by(by).to(change.id).saying(change.kind.id()).add();
    LOG.infof("bulk change %s (%s) by %s: %s", change.id, change.kind, by, next);
  }

  /** Works off what is left of a confirmed change. Several may try: each batch is done by one. */
  void work(UUID id) {
    var size = BATCH;
    while (true) {
      try {
        var batch = size;
        if (!Transactions.retrying(() -> workBatch(id, batch))) {
          return;
        }
      } catch (RuntimeException e) {
        if (Transactions.isDatabaseAway(e)) {
          // That is no person's fault, so nobody is given up; whoever looks next goes on.
          throw e;
        }
        if (size == 1) {
          LOG.errorf(e, "an item of bulk change %s cannot be done", id);
          Transactions.retrying(() -> giveUpNext(id));
        }
        // What fails is done again one by one, so that one person does not hold up the others.
        size = 1;
      }
    }
  }

  /** Whether there is more to do. */
  private boolean workBatch(UUID id, int size) {
    var change = BulkChange.findToChange(id).filter(BulkChange::isRunning).orElse(null);
    if (change == null) {
      return false;
    }
    var items = BulkItem.next(id, size);
    if (items.isEmpty()) {
      change.state = State.DONE;
      change.finishedAt = clock.instant();
      return false;
    }
    var judgements = judging.judge(change, items);
    for (var item : items) {
      var judgement = Objects.requireNonNull(judgements.get(item.number));
      if (judgement instanceof Judgement.Possible) {
        apply(change, item);
        item.come(Outcome.DONE, null, clock.instant());
      } else {
        note(item, judgement);
      }
    }
    return true;
  }

  private void apply(BulkChange change, BulkItem item) {
    switch (change.kind) {
      case ENGAGEMENT ->
        engagements.change(item.personId, item.values(change), item.from(change), change.actor());
      case DISABLE -> locks.disable(item.personId, change.actor());
      case ENABLE -> locks.enable(item.personId, change.actor());
      case SIGN_OUT -> locks.signOut(item.personId, change.actor());
    }
  }

  private void giveUpNext(UUID id) {
    BulkChange.findToChange(id)
        .filter(BulkChange::isRunning)
        .ifPresent(change -> BulkItem.next(id, 1)
            .forEach(item -> item.come(Outcome.REFUSED, Judging.Reason.FAILED.id(), clock.instant())));
  }
}

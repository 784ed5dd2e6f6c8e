package org.lectern.administration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.people.Account;
import org.lectern.people.Engagement;

/** Says of each person whether a change can be made, and why not. Asked for the preview, and again when it is made. */
@ApplicationScoped
class Judging {

  /** Why something cannot be done. */
  enum Reason {
    /** With several engagements on that day nobody can know which is meant. */
    SEVERAL_ENGAGEMENTS,
    /** Something else is known to hold later; it would be lost. */
    LATER_ENGAGEMENT,
    /** Whoever disabled their own account could not enable it again. */
    YOURSELF, NO_ACCOUNT,
    /** Something unexpected; the log knows more. */
    FAILED;

    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is to happen with an item. */
  sealed interface Judgement {
    record Possible() implements Judgement {}

    record Already() implements Judgement {}

    record Refused(Reason reason) implements Judgement {}
  }

  /** Judges items together: a few statements, however many there are. */
  Map<Integer, Judgement> judge(BulkChange change, List<BulkItem> items) {
    var people = items.stream().map(item -> item.personId).toList();
    return switch (change.kind) {
      case ENGAGEMENT -> {
        var known = Engagement.known(people);
        yield judgements(items,
            item -> engagement(change, item, known.getOrDefault(item.personId, List.of())));
      }
      case DISABLE, ENABLE, SIGN_OUT -> {
        var accounts = Account.of(people);
        yield judgements(items, item -> account(change, item, accounts.getOrDefault(item.personId, List.of())));
      }
    };
  }

  private static Map<Integer, Judgement> judgements(
      List<BulkItem> items, Function<BulkItem, Judgement> judge) {
    return items.stream().collect(Collectors.toMap(item -> item.number, judge));
  }

  private static Judgement engagement(BulkChange change, BulkItem item, List<Engagement> known) {
    var from = item.from(change);
    return switch (Engagement.lossOf(known, from)) {
      case SEVERAL -> new Judgement.Refused(Reason.SEVERAL_ENGAGEMENTS);
      case LATER -> new Judgement.Refused(Reason.LATER_ENGAGEMENT);
      case NONE -> {
        var begins = known.stream().anyMatch(engagement -> engagement.validFrom.isAfter(from));
        var current = known.stream().filter(engagement -> engagement.holdsOn(from)).findFirst();
        yield !begins && item.values(change).isAlreadyIn(current.orElse(null))
            ? new Judgement.Already()
            : new Judgement.Possible();
      }
    };
  }

  private static Judgement account(BulkChange change, BulkItem item, List<Account> accounts) {
    if (accounts.isEmpty()) {
      return new Judgement.Refused(Reason.NO_ACCOUNT);
    }
    if (change.kind != BulkChange.Kind.ENABLE && item.personId.equals(change.actor())) {
      return new Judgement.Refused(Reason.YOURSELF);
    }
    return switch (change.kind) {
      case DISABLE -> accounts.stream().allMatch(account -> account.disabledAt != null)
          ? new Judgement.Already()
          : new Judgement.Possible();
      case ENABLE -> accounts.stream().allMatch(account -> account.disabledAt == null)
          ? new Judgement.Already()
          : new Judgement.Possible();
      case SIGN_OUT, ENGAGEMENT -> new Judgement.Possible();
    };
  }
}

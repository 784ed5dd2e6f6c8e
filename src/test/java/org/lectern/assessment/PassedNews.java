package org.lectern.assessment;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Hears who has passed; for some people it breaks down, as a later room might. */
@ApplicationScoped
class PassedNews {

  private final Queue<AssessmentPassed> heard = new ConcurrentLinkedQueue<>();
  private final Set<UUID> troubles = ConcurrentHashMap.newKeySet();

  void hear(@Observes AssessmentPassed passed) {
    heard.add(passed);
    if (troubles.contains(passed.personId())) {
      throw new IllegalStateException("the certificate cannot be made");
    }
  }

  void breakDownFor(Learner learner) {
    troubles.add(learner.id());
  }

  void recoverFor(Learner learner) {
    troubles.remove(learner.id());
    heard.removeIf(passed -> passed.personId().equals(learner.id()));
  }

  List<AssessmentPassed> of(Learner learner) {
    return heard.stream().filter(passed -> passed.personId().equals(learner.id())).toList();
  }
}

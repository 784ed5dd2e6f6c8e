package org.lectern.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;
import org.lectern.content.Course;
import org.lectern.content.LibraryChanged;
import org.lectern.content.Shelf;
import org.lectern.platform.Transactions;

import io.quarkus.runtime.StartupEvent;

/** Writes down each edition that is served, when it is loaded: the node that comes first does, the others find it there. */
@ApplicationScoped
public class EditionKeeper {

  private static final Logger LOG = Logger.getLogger(EditionKeeper.class);

  private final Shelf shelf;

  EditionKeeper(Shelf shelf) {
    this.shelf = shelf;
  }

  void started(@Observes StartupEvent event) {
    shelf.library().courses().values().forEach(EditionKeeper::write);
  }

  void changed(@Observes LibraryChanged event) {
    event.library().courses().values().forEach(EditionKeeper::write);
  }

  /** Without it learners are not told what changed, and that is all: reading goes on. */
  private static void write(Course course) {
    try {
      Transactions.retrying(() -> {
        if (!EditionUnit.isKnown(course)) {
          EditionUnit.write(course);
        }
      });
    } catch (RuntimeException e) {
      LOG.errorf(e, "edition %s of %s could not be written down", course.edition(), course.id());
    }
  }
}

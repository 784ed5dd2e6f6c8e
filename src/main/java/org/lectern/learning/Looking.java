package org.lectern.learning;

import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.SessionFactory;
import org.lectern.content.Course;
import org.lectern.people.Engagements;
import org.lectern.platform.Gathering;

/** Looks at the database for pages, which change nothing: for all that are asked for at the moment at once. */
@ApplicationScoped
class Looking {

  private static final int READERS = 2;

  private final Gathering<Seen.Look, Seen> looks;

  Looking(SessionFactory database, Engagements engagements) {
    this.looks = Gathering.reading("looks", READERS, all -> database.fromStatelessSession(
        session -> Seen.of(session, all, engagements.today())));
  }

  /** What is known of a person in a course. */
  Seen at(UUID person, Course course) {
    return at(person, course, "");
  }

  /** What is known of a person in a course, and of their note on a unit. */
  Seen at(UUID person, Course course, String unit) {
    return looks.add(new Seen.Look(person, course, unit));
  }

  @PreDestroy
  void stop() {
    looks.close();
  }
}

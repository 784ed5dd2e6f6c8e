package org.lectern.content;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.lectern.platform.Settings;

import io.quarkus.runtime.Startup;

/** Puts the content folder on the one {@link Shelf}, and looks again and again whether an author has saved something. */
@Startup
@ApplicationScoped
public class ShelfKeeper {

  private static final Logger LOG = Logger.getLogger(ShelfKeeper.class);

  private final Shelf shelf;
  private final Event<LibraryChanged> news;
  private final ScheduledExecutorService watch = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("content-watch").factory());

  ShelfKeeper(Settings settings, InstantSource clock, Agreement agreement, Event<LibraryChanged> news) {
    this.news = news;
    shelf = new Shelf(settings.content(), () -> LocalDate.ofInstant(clock.instant(), settings.zone()), agreement);
    report();
    var pause = settings.contentCheckEvery().toMillis();
    var unused = watch.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Produces
  @Singleton
  Shelf shelf() {
    return shelf;
  }

  /** Without an interruption: a new edition may be on its way into the file of H2, which that would close. */
  @PreDestroy
  void stop() {
    watch.close();
  }

  private void look() {
    try {
      if (shelf.refresh()) {
        report();
        news.fire(new LibraryChanged(shelf.library()));
      }
    } catch (RuntimeException e) {
      LOG.error("the content folder could not be read; the last good content keeps serving", e);
    }
  }

  private void report() {
    var problems = shelf.problems();
    LOG.infof("content: %d courses, %d problems", shelf.library().courses().size(), problems.size());
    problems.forEach(problem -> LOG.warn(problem));
  }
}

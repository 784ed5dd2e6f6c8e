package org.lectern.people;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.lectern.platform.Settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;

/**
 * Who is signed in. The rows are the truth; each node remembers what it read for some minutes, so that a page costs no
 * query. It forgets at once what it changed itself, and within a second what another node did. When it cannot hear of
 * that, it trusts only what it reads.
 */
@Startup
@ApplicationScoped
public class Sessions {

  private static final Logger LOG = Logger.getLogger(Sessions.class);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LISTEN_EVERY = Duration.ofSeconds(1);
  private static final int REMEMBERED = 50_000;

  private final InstantSource clock;
  private final Settings settings;
  private final SessionFactory database;
  private final SessionChanges changes;
  /**
   * How long a session is remembered, and how often its use is noted. It may end by twice as much too early: its last use may
   * stand unnoted for as long, and what is remembered notes nothing. So it is a tenth at most of how long it may be idle.
   */
  private final Duration noteUseEvery;
  private final Cache<String, SignedIn> remembered;
  private final ScheduledExecutorService ear = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sessions").factory());
  private Instant listened = Instant.EPOCH;
  private boolean deaf;
  /** Until when ({@link System#nanoTime}) what is remembered may be trusted. */
  private volatile long trusted = System.nanoTime();

  Sessions(InstantSource clock, Settings settings, SessionFactory database, SessionChanges changes) {
    this.clock = clock;
    this.settings = settings;
    this.database = database;
    this.changes = changes;
    this.noteUseEvery = Collections.min(List.of(LONGEST, settings.sessions().idle().dividedBy(10)));
    this.remembered = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(noteUseEvery).build();
    var unused = ear.scheduleWithFixedDelay(this::listen, 0, LISTEN_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Forgets those of whom another node has changed something. */
  private void listen() {
    var now = System.nanoTime();
    try {
      var latest = changes.latest();
      if (latest.at().isAfter(listened.plus(SessionChanges.TOLD_FOR))) {
        remembered.invalidateAll();
      } else if (!latest.people().isEmpty()) {
        remembered.asMap().values().removeIf(signedIn -> latest.people().contains(signedIn.personId()));
      }
      listened = latest.at();
      trusted = now + settings.sessions().trust().toNanos();
      deaf = false;
    } catch (SQLException | RuntimeException e) {
      if (!deaf) {
        LOG.warnf("this node cannot hear of sessions that others end: %s", e.getMessage());
      }
      deaf = true;
    }
  }

  /** Without an interruption, which would close the file of H2. */
  @PreDestroy
  void stop() {
    ear.close();
  }

  /** What a session says about its person. */
  record SignedIn(
      String tokenHash, UUID personId, String name, Optional<String> language, boolean administrator, Instant until) {}

  /** Opens a session, in the caller's transaction. */
  Token open(Account account) {
    var token = Token.random();
    var now = clock.instant();
    new Session(token.hash(), account, now, now.plus(settings.sessions().absolute())).persist();
    return token;
  }

  /** What this node remembers of the session, without a look at the database. */
  Optional<SignedIn> remembered(Token token) {
    if (System.nanoTime() - trusted > 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(remembered.getIfPresent(token.hash()))
        .filter(signedIn -> clock.instant().isBefore(signedIn.until()));
  }

  /** The session of this token, if it is alive; notes now and then that it is in use. */
  Optional<SignedIn> find(Token token) {
    var found = load(token.hash());
    found.ifPresent(signedIn -> remembered.put(signedIn.tokenHash(), signedIn));
    return found;
  }

  /** What the rows say of a session that was not ended, of an account that may be used. */
  private record Row(
      UUID personId,
      Instant usedAt,
      Instant expiresAt,
      String name,
      @Nullable String language,
      @Nullable UUID administrator) {}

  /** Nearly every page asks this, so it is one statement, without a transaction around it. */
  private static final String LOAD = """
      select s.personId, s.usedAt, s.expiresAt, p.name, p.language, x.personId
      from Session s join Account a on a.id = s.accountId join Person p on p.id = s.personId
      left join Administrator x on x.personId = s.personId
      where s.tokenHash = ?1 and s.endedAt is null and a.disabledAt is null
      """;

  private Optional<SignedIn> load(String tokenHash) {
    var now = clock.instant();
    var idle = settings.sessions().idle();
    var found = database.fromStatelessSession(
        session -> session.createSelectionQuery(LOAD, Row.class).setParameter(1, tokenHash).getSingleResultOrNull());
    if (found == null || !now.isBefore(found.expiresAt()) || !now.isBefore(found.usedAt().plus(idle))) {
      return Optional.empty();
    }
    if (found.usedAt().plus(noteUseEvery).isBefore(now)) {
      noteUse(tokenHash, now);
    }
    var until = found.expiresAt().isBefore(now.plus(idle)) ? found.expiresAt() : now.plus(idle);
    return Optional.of(new SignedIn(tokenHash, found.personId(), found.name(), Optional.ofNullable(found.language()),
        found.administrator() != null, until));
  }

  private static void noteUse(String tokenHash, Instant now) {
    QuarkusTransaction.joiningExisting()
        .run(() -> Session.update("usedAt = ?1 where tokenHash = ?2 and endedAt is null", now, tokenHash));
  }

  /** Ends one session of a person for good. */
  public void end(UUID personId, String tokenHash) {
    QuarkusTransaction.joiningExisting().run(() -> {
      Session.update("endedAt = ?1 where tokenHash = ?2 and endedAt is null", clock.instant(), tokenHash);
      forget(personId);
    });
  }

  /** Ends all sessions of a person but one. */
  public void endOthers(UUID personId, String tokenHash) {
    QuarkusTransaction.joiningExisting().run(() -> {
      Session.update("endedAt = ?1 where personId = ?2 and tokenHash <> ?3 and endedAt is null", clock.instant(),
          personId, tokenHash);
      forget(personId);
    });
  }

  /** Ends all sessions of a person, in the caller's transaction. */
  void endAll(UUID personId) {
    Session.update("endedAt = ?1 where personId = ?2 and endedAt is null", clock.instant(), personId);
    forget(personId);
  }

  /** How many sessions of a person are alive. */
  public long count(UUID personId) {
    var now = clock.instant();
    return Session.count("personId = ?1 and endedAt is null and expiresAt > ?2 and usedAt > ?3", personId, now,
        now.minus(settings.sessions().idle()));
  }

  /** Lets the next request of a person be answered from the rows, on every node, because something about them changed. */
  public void forget(UUID personId) {
    QuarkusTransaction.joiningExisting().run(() -> changes.tell(personId));
    remembered.asMap().values().removeIf(signedIn -> signedIn.personId().equals(personId));
  }
}

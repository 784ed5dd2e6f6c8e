package org.lectern.certificate;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** How many look-ups one client was granted in one minute, by all nodes together. */
@Entity
@Table(name = "look_up_count")
class LookUpCount extends PanacheEntityBase {

  private static final Duration KEPT = Duration.ofDays(1);

  /** The hash of a network address. */
  @Id
  public String client;

  @Column(name = "minute_began")
  public Instant minute;

  public int granted;

  protected LookUpCount() {}

  private LookUpCount(String client, Instant minute) {
    this.client = client;
    this.minute = minute;
  }

  /** A minute, and how many look-ups are granted in it now. */
  record Grant(Instant minute, int granted) {}

  /**
   * Grants as many of the wanted look-ups as are left in the client's minute, which begins with their first. Of two nodes
   * that grant a client the first at the same moment, one fails on the unique key: call it in
   * {@link org.lectern.platform.Transactions#retrying}.
   */
  static Grant grant(String client, Instant now, int wanted, int allowed) {
    LookUpCount count = findById(client, LockModeType.PESSIMISTIC_WRITE);
    if (count == null) {
      delete("minute < ?1", now.minus(KEPT));
      count = new LookUpCount(client, now);
      count.persistAndFlush();
    } else if (!now.isBefore(count.minute.plus(LookUps.MINUTE))) {
      count.minute = now;
      count.granted = 0;
    }
    var more = Math.max(0, Math.min(wanted, allowed - count.granted));
    count.granted += more;
    return new Grant(count.minute, more);
  }
}

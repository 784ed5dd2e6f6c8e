package org.lectern.learning;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** How often, on one day, a text of a course was read in another language than the reader wanted. */
@Entity
@Table(name = "language_demand")
@IdClass(LanguageDemand.Key.class)
public class LanguageDemand extends PanacheEntityBase {

  @Id
  @Column(name = "course_id")
  public String courseId;

  /** BCP 47. */
  @Id
  public String wanted;

  /** BCP 47. */
  @Id
  public String shown;

  @Id
  @Column(name = "counted_on")
  public LocalDate day;

  public long times;

  protected LanguageDemand() {}

  private LanguageDemand(Key key, long times) {
    this.courseId = key.courseId();
    this.wanted = key.wanted();
    this.shown = key.shown();
    this.day = key.day();
    this.times = times;
  }

  /** What is counted together. */
  public record Key(String courseId, String wanted, String shown, LocalDate day) implements Serializable {}

  /** Adds to what this node and others have counted; in a transaction that looks again when another node was faster. */
  static void add(Key key, long times) {
    var known = update("times = times + ?1 where courseId = ?2 and wanted = ?3 and shown = ?4 and day = ?5", times,
        key.courseId(), key.wanted(), key.shown(), key.day());
    if (known == 0) {
      new LanguageDemand(key, times).persistAndFlush();
    }
  }

  /** The sum of many days. */
  public record Sum(String courseId, String wanted, String shown, long times, LocalDate first, LocalDate last) {}

  /** What was wanted, the most often first. */
  public static List<Sum> sums() {
    return find("""
        select courseId, wanted, shown, sum(times), min(day), max(day) from LanguageDemand
        group by courseId, wanted, shown order by sum(times) desc, courseId, wanted, shown
        """).project(Sum.class).list();
  }
}

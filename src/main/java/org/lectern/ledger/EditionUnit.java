package org.lectern.ledger;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.lectern.content.Course;
import org.lectern.content.Unit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What a unit said in one edition of its course, in one language. */
@Entity
@Immutable
@Table(name = "edition_unit")
@IdClass(EditionUnit.Key.class)
public class EditionUnit extends PanacheEntityBase {

  @Id
  @Column(name = "course_id")
  public String courseId;

  @Id
  public String edition;

  /** The language of the course's translation (BCP 47); the unit itself may stand there in the source language. */
  @Id
  public String language;

  @Id
  @Column(name = "unit_id")
  public String unitId;

  public String title;

  /** That of the unit's {@link org.lectern.content.Origin}. */
  public String hash;

  protected EditionUnit() {}

  private EditionUnit(Course course, String language, Unit unit) {
    this.courseId = course.id();
    this.edition = course.edition().toString();
    this.language = language;
    this.unitId = unit.id();
    this.title = unit.title();
    this.hash = unit.origin().hash();
  }

  /** What makes a row unique. */
  public record Key(String courseId, String edition, String language, String unitId) implements Serializable {}

  /** Whether the edition is written down. */
  static boolean isKnown(Course course) {
    return count("courseId = ?1 and edition = ?2", course.id(), course.edition().toString()) > 0;
  }

  /** Writes the edition down, in all languages. */
  static void write(Course course) {
    course.translations()
        .forEach((language, text) -> text.modules()
            .stream()
            .flatMap(module -> module.units().stream())
            .forEach(unit -> new EditionUnit(course, language, unit).persist()));
    flush();
  }

  /** The units of these editions by edition and unit id; an edition that nobody wrote down is not there. */
  public static Map<String, Map<String, EditionUnit>> of(
      String courseId, String language, Collection<String> editions) {
    return EditionUnit
        .<EditionUnit>stream("courseId = ?1 and language = ?2 and edition in ?3", courseId, language, editions)
        .collect(Collectors.groupingBy(unit -> unit.edition, Collectors.toMap(unit -> unit.unitId, unit -> unit)));
  }
}

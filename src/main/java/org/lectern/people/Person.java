package org.lectern.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A human being. How they sign in is an {@link Account}; where they work is an {@link Engagement}. */
@Entity
public class Person extends PanacheEntityBase {

  @Id
  public UUID id;

  /** As printed on certificates, 1 to 200 characters. */
  public String name;

  /** The language that they want to read in (BCP 47); nobody has chosen one when it is null. */
  public @Nullable String language;

  @Column(name = "created_at")
  public Instant createdAt;

  protected Person() {}

  Person(String name, @Nullable String language, Instant now) {
    this.id = UUID.randomUUID();
    this.name = name;
    this.language = language;
    this.createdAt = now;
  }

  public static Optional<Person> find(UUID id) {
    return findByIdOptional(id);
  }

  /** Waits until nobody else changes what is known of this person. */
  static void lock(UUID id) {
    find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
  }

  /** The names of several people at once. */
  public static Map<UUID, String> names(Collection<UUID> people) {
    return Person.<Person>list("id in ?1", people)
        .stream()
        .collect(Collectors.toMap(person -> person.id, person -> person.name));
  }

  /**
   * How many people want to read in a language.
   *
   * @param language BCP 47; null for those who have not chosen one
   */
  public record Language(@Nullable String language, long people) {}

  /** The languages that people have chosen, the most wanted first. */
  public static List<Language> languages() {
    return find("select language, count(*) from Person group by language order by count(*) desc, language")
        .project(Language.class)
        .list();
  }
}

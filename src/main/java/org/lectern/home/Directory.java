package org.lectern.home;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.lectern.people.Account;
import org.lectern.people.Engagement;
import org.lectern.people.Engagements;
import org.lectern.people.Person;
import org.lectern.platform.Paging;

/** The list of people, for administrators. */
@ApplicationScoped
public class Directory {

  private static final int PAGE = 50;

  private final Engagements engagements;

  Directory(Engagements engagements) {
    this.engagements = engagements;
  }

  /** A person in the list; without a job network when none is known today. */
  public record Entry(UUID id, String name, List<String> emails, String jobNetwork) {}

  /**
   * People whose name or address holds {@code text}.
   *
   * @param page from 1; a smaller number is 1
   */
  public Paging<Entry> search(String text, int page) {
    var number = Math.max(1, page);
    var found = Person.search(text);
    List<Person> people = found.page(number - 1, PAGE).list();
    var ids = people.stream().map(person -> person.id).toList();
    var emails = Account.emails(ids);
    var networks = Engagement.on(ids, engagements.today());
    var entries = people.stream()
        .map(person -> new Entry(person.id, person.name, emails.getOrDefault(person.id, List.of()),
            jobNetwork(networks.getOrDefault(person.id, List.of()))))
        .toList();
    return new Paging<>(entries, number, PAGE, found.count());
  }

  private static String jobNetwork(List<Engagement> engagements) {
    return engagements.stream()
        .map(engagement -> engagement.jobNetwork)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse("");
  }
}

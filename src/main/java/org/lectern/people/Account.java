package org.lectern.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A way to sign in: an address and a password. One person may have several. */
@Entity
public class Account extends PanacheEntityBase {

  @Id
  public UUID id;

  @Column(name = "person_id")
  public UUID personId;

  /** As the person wrote it. */
  public String email;

  @Column(name = "email_key")
  public String emailKey;

  @Column(name = "password_hash")
  public String passwordHash;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "disabled_at")
  public @Nullable Instant disabledAt;

  protected Account() {}

  Account(UUID personId, String email, String passwordHash, Instant now) {
    this.id = UUID.randomUUID();
    this.personId = personId;
    this.email = email;
    this.emailKey = key(email);
    this.passwordHash = passwordHash;
    this.createdAt = now;
  }

  /** Addresses that differ only in case are one address. */
  public static String key(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  static Optional<Account> byEmail(String email) {
    return PersonFields.isEmail(email.strip()) ? find("emailKey", key(email)).firstResultOptional() : Optional.empty();
  }

  /** Keeps the same password in another way, unless it has been changed meanwhile. */
  void rehash(String hash) {
    update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", hash, id, passwordHash);
  }

  public static List<Account> of(UUID personId) {
    return list("personId = ?1 order by createdAt", personId);
  }

  /** The accounts of several people at once. */
  public static Map<UUID, List<Account>> of(List<UUID> people) {
    return Account.<Account>list("personId in ?1 order by createdAt", people)
        .stream()
        .collect(Collectors.groupingBy(account -> account.personId));
  }

  /** Whose these addresses are, by the address in lower case; without those that nobody has. */
  public static Map<String, UUID> holders(List<String> emails) {
    return Account.<Account>list("emailKey in ?1", emails.stream().map(Account::key).toList())
        .stream()
        .collect(Collectors.toMap(account -> account.emailKey, account -> account.personId));
  }
}

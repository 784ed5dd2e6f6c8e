package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.FormErrors;

@Tag("once")
class PasswordsTest {

  private static final Passwords PASSWORDS = new Passwords();

  private static boolean isTaken(String password) {
    var errors = new FormErrors(Locale.ENGLISH);
    PASSWORDS.check(password, "ada.sample@example.org", "Ada Sample", errors);
    return errors.isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "lantern by the sea", "nodigits", "kqzvwxjy", "        a", "ñandú-öä", "пароль-без-правил", "密码密码一二三四",
      "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03\uD83D\uDE04\uD83D\uDE05\uD83D\uDE06\uD83D\uDE07"})
  void eightCharactersOfAnyKindAreEnough(String password) {
    assertThat(isTaken(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "kqzvwxj", "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03"})
  void fewerAreNot(String password) {
    assertThat(isTaken(password)).isFalse();
  }

  @Test
  void noPasswordIsNotEnoughEither() {
    var errors = new FormErrors(Locale.ENGLISH);
    PASSWORDS.check(null, "ada.sample@example.org", "Ada Sample", errors);

    assertThat(errors.has("password")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "password", "PASSWORD", "Password1", "12345678", "qwertyuiop", "iloveyou", "sunshine", "football", "aaaaaaaaaa",
      "ada.sample@example.org", "ADA.SAMPLE@EXAMPLE.ORG", "ada.sample", "Ada Sample"})
  void whatEverybodyTriesFirstIsRefused(String password) {
    assertThat(isTaken(password)).isFalse();
  }

  @Test
  void longOnesAreTakenUpTo200Characters() {
    assertThat(isTaken("ab".repeat(32))).isTrue();
    assertThat(isTaken("ab".repeat(100))).isTrue();
    assertThat(isTaken("ab".repeat(100) + "c")).isFalse();
  }

  @Test
  void theLastCharacterOfALongOneCounts() {
    var hash = Passwords.hash("x".repeat(199) + "y");

    assertThat(PASSWORDS.verify("x".repeat(199) + "y", hash)).isTrue();
    assertThat(PASSWORDS.verify("x".repeat(199) + "z", hash)).isFalse();
    assertThat(PASSWORDS.verify("x".repeat(199), hash)).isFalse();
  }

  @Test
  void capitalsAndAccentsCount() {
    var hash = Passwords.hash("Ñandú by the sea");

    assertThat(PASSWORDS.verify("Ñandú by the sea", hash)).isTrue();
    assertThat(PASSWORDS.verify("ñandú by the sea", hash)).isFalse();
    assertThat(PASSWORDS.verify("Nandu by the sea", hash)).isFalse();
  }

  @Test
  void theyAreKeptAsSaltedArgon2idHashes() {
    var one = Passwords.hash("lantern by the sea");
    var other = Passwords.hash("lantern by the sea");

    assertThat(one).startsWith("$argon2id$v=19$m=12288,t=3,p=1$").hasSizeLessThanOrEqualTo(200);
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void hashesThatAnotherLibraryMadeAreReadToo() {
    // Made by password4j 1.8.4.
    var kept = "$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$F1VRx7WGz6Bt/l6K+0Pl4NW84Yx3Vc+16YBUca+UEWI";

    assertThat(PASSWORDS.verify("пароль 密码 😀", kept)).isTrue();
    assertThat(PASSWORDS.verify("пароль 密码", kept)).isFalse();
  }

  @Test
  void theQuickAndThePlainWayMakeTheSameHashes() {
    var sodium = Sodium.load();
    var quick = new Argon2id(1, sodium);
    var plain = new Argon2id(1, Optional.empty());

    assertThat(sodium).isPresent();
    for (var password : List.of("", "lantern by the sea", "пароль 密码 😀", "x".repeat(200))) {
      assertThat(plain.matches(password, quick.hash(password))).isTrue();
      assertThat(quick.matches(password, plain.hash(password))).isTrue();
      assertThat(quick.matches(password + ".", plain.hash(password))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "$argon2id$v=19$m=256,t=3,p=1$c2l4dGVlbiBieXRlcyBvZg$5tpV3mG7qwUwlUi3ieLqe3s3MkgAmNj3MECGIxdoTwQ",
      // Of these libsodium makes none: a short salt, two lanes, a short hash, the first version.
      "$argon2id$v=19$m=64,t=2,p=1$ZWlnaHQgYnk$3BUmBJ8G+hlWPGe4IlUuEn9Dab87tfsvMf5gQEGbtq8",
      "$argon2id$v=19$m=256,t=3,p=2$c2l4dGVlbiBieXRlcyBvZg$lahklspYWc0iwcW8oWiF3YrxTUGuwd3cr3Cim3Bq36U",
      "$argon2id$v=19$m=256,t=3,p=1$c2l4dGVlbiBieXRlcyBvZg$cg9XtUvzDE1j9575",
      "$argon2id$v=16$m=256,t=3,p=1$c2l4dGVlbiBieXRlcyBvZg$OQYOkmex1ZFJ3MnRjUS3iE8uTMLBzMZQAjlfG/rKk8M"})
  void hashesOfTheReferenceImplementationAreRead(String kept) {
    assertThat(PASSWORDS.verify("lantern by the sea", kept)).isTrue();
    assertThat(PASSWORDS.verify("lantern by the lake", kept)).isFalse();
  }

  @Test
  void aHashThatWasMadeInAnotherWayIsMadeAnew() {
    var kept = "$argon2id$v=19$m=12288,t=1,p=1$c2l4dGVlbiBieXRlcyBvaw$F1VRx7WGz6Bt";

    assertThat(Passwords.anew("lantern by the sea", Passwords.hash("lantern by the sea"))).isEmpty();
    assertThat(Passwords.anew("lantern by the sea", kept)).hasValueSatisfying(
        hash -> assertThat(PASSWORDS.verify("lantern by the sea", hash)).isTrue());
  }

  @Test
  void whatIsNoHashIsAFaultAndNoWrongPassword() {
    assertThatThrownBy(() -> PASSWORDS.verify("lantern by the sea", "$2a$10$abcdefghijklmnopqrstuv"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyAtATimeAreAllRight() throws Exception {
    var hash = Passwords.hash("lantern by the sea");
    Callable<Boolean> right = () -> PASSWORDS.verify("lantern by the sea", hash);
    Callable<Boolean> wrong = () -> PASSWORDS.verify("lantern by the lake", hash);
    try (var threads = Executors.newFixedThreadPool(6)) {
      var verdicts = new ArrayList<Boolean>();
      for (var verdict : threads.invokeAll(List.of(right, wrong, right, wrong, right, wrong))) {
        verdicts.add(verdict.get());
      }
      assertThat(verdicts).containsExactly(true, false, true, false, true, false);
    }
  }

  @Test
  void nobodyHasAPassword() {
    assertThat(PASSWORDS.verify("a password that belongs to nobody", null)).isFalse();
    assertThat(PASSWORDS.verify("", null)).isFalse();
  }
}

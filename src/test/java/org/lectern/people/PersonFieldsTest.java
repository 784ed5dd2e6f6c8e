package org.lectern.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.content.JobNetwork;
import org.lectern.content.Library;
import org.lectern.content.Localized;
import org.lectern.platform.FormErrors;

class PersonFieldsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final FormErrors errors = new FormErrors(Locale.ENGLISH);

  @ParameterizedTest
  @ValueSource(strings = {"Ada", "O'Brien-Núñez", "María José", "نور الهدى", "李小龍", "Ж", "d’Àvila, Jr.",
      "Nguyễn Thị Minh Khai",
      "𠮷田", "Ana\u200Dlia"})
  void namesOfAllScriptsAreTaken(String name) {
    assertThat(PersonFields.name("  " + name + "\n", errors)).isEqualTo(name);
    assertThat(errors.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "   ", "a\u0000b", "a\nb", "a\u202Eb", "a\u2066b", "a\uD800", "\uDC00a", "a\uE000b", "a\u2028b", "a\uFFFFb"})
  void namesThatCannotBePrintedAreRefused(String name) {
    PersonFields.name(name, errors);

    assertThat(errors.has("name")).isTrue();
  }

  @Test
  void aNameHasAtMost200Characters() {
    PersonFields.name("x".repeat(200), errors);
    assertThat(errors.isEmpty()).isTrue();

    PersonFields.name("x".repeat(201), errors);
    assertThat(errors.has("name")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@example.org", "first.last+tag@sub.example.org", "用户@例子.公司", "o'neil@un.org",
      "A@EXAMPLE.ORG",
      "a_b-c@example.co"})
  void addressesAtWorkAndPrivateAreTaken(String email) {
    assertThat(PersonFields.email(" " + email + " ", errors)).isEqualTo(email);
    assertThat(errors.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "a", "a@", "@example.org", "a@example", "a@@example.org", "a b@example.org", "a@exam ple.org",
      "<a@example.org>", "a@example.org,b@example.org", "a@example.org\nBcc: b@example.org", "a\u0000@example.org",
      "a\uD800@example.org", "a@example.org\u202E", "a;b@example.org", "\"a\"@example.org"})
  void whatIsNoAddressIsRefused(String email) {
    PersonFields.email(email, errors);

    assertThat(errors.has("email")).isTrue();
  }

  @Test
  void anAddressHasAtMost254Characters() {
    var domain = "@" + "d".repeat(185) + ".org";
    PersonFields.email("x".repeat(64) + domain, errors);
    assertThat(errors.isEmpty()).isTrue();

    PersonFields.email("x".repeat(64) + "@d" + domain.substring(1), errors);
    assertThat(errors.has("email")).isTrue();
  }

  @Test
  void anAddressOfManyDotsIsJudgedAtOnce() {
    PersonFields.email("a@" + "b.".repeat(125) + "@", errors);

    assertThat(errors.has("email")).isTrue();
  }

  private static Library library() {
    var name = new Localized("en", Map.of("en", "A network"));
    return new Library(Map.of(), List.of(
        new JobNetwork("POLNET", name, Optional.empty(), Optional.empty()),
        new JobNetwork("OLDNET", name, Optional.empty(), Optional.of(TODAY.minusDays(1))),
        new JobNetwork("LASTDAY", name, Optional.empty(), Optional.of(TODAY)),
        new JobNetwork("NEWNET", name, Optional.of(TODAY.plusDays(1)), Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POLNET", " POLNET ", "LASTDAY"})
  void aJobNetworkOfTodayIsTaken(String code) {
    assertThat(PersonFields.jobNetwork(code, library(), TODAY, errors)).contains(code.strip());
    assertThat(errors.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OLDNET", "NEWNET", "polnet", "NOSUCHNET", "<script>"})
  void aJobNetworkOfAnotherDayOrOfNoneIsRefused(String code) {
    PersonFields.jobNetwork(code, library(), TODAY, errors);

    assertThat(errors.has("jobNetwork")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void nobodyNeedsToKnowTheirJobNetwork(String code) {
    assertThat(PersonFields.jobNetwork(code, library(), TODAY, errors)).isEmpty();
    assertThat(PersonFields.jobNetwork(null, library(), TODAY, errors)).isEmpty();
    assertThat(errors.isEmpty()).isTrue();
  }
}

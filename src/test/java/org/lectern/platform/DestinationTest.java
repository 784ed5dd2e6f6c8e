package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/courses/sample-course", "/courses/a/b?node=c&d=e#f", "/profile?done=%C3%A9"})
  void aPageOfThisServerIsReached(String wanted) {
    assertThat(Destination.of(wanted)).isEqualTo(wanted);
  }

  @Test
  void lettersBeyondAsciiAreWrittenAsAddressesWriteThem() {
    assertThat(Destination.of("/courses/é?a=ж")).isEqualTo("/courses/%C3%A9?a=%D0%B6");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", " ", "courses", "https://evil.example", "HTTPS://evil.example/", "//evil.example", "///evil.example",
      "/\\evil.example", "\\\\evil.example", "\\/evil.example", "javascript:alert(1)", "data:text/html,x",
      "mailto:a@b.c",
      "/\t/evil.example", "/\r\nSet-Cookie: a=b", "\u0000/", "/a b", "/%", "/%zz", " /courses", "/courses\u007f"})
  void everythingElseIsTheStartPage(String wanted) {
    assertThat(Destination.of(wanted)).isEqualTo("/");
  }

  @ParameterizedTest
  @CsvSource({"/.//evil.example", "/@evil.example", "/;//evil.example", "/https://evil.example"})
  void whatOnlyLooksLikeAnotherSiteStaysOnThisOne(String wanted) {
    assertThat(Destination.of(wanted)).isEqualTo(wanted).startsWith("/").doesNotStartWith("//");
  }

  @Test
  void nothingIsTheStartPage() {
    assertThat(Destination.of(null)).isEqualTo("/");
  }
}

package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/courses/a/b?node=c&d=e#f", "/profile?done=%C3%A9", "/.//courses", "/@courses"})
  void aPageIsNamedByItsPathAlone(String path) {
    var answer = OwnAddress.seeOther(path).build();
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeaderString("Location")).isEqualTo(path);
  }

  @Test
  void whatWasMadeIsNamedLikewise() {
    var answer = OwnAddress.created("/api/v1/attempts/é").build();
    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getHeaderString("Location")).isEqualTo("/api/v1/attempts/%C3%A9");
  }

  @Test
  void aSegmentIsWhateverSomebodyAskedFor() {
    assertThat(OwnAddress.segment("a b/c?d#e+é")).isEqualTo("a%20b%2Fc%3Fd%23e%2B%C3%A9");
    assertThat(OwnAddress.segment("united-nations_1.0")).isEqualTo("united-nations_1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "courses", "https://evil.example/", "//evil.example", "//evil.example/courses", "///evil.example",
      "javascript:alert(1)", "/\\evil.example", "/a b", "/\r\nSet-Cookie: a=b"})
  void nothingElseIsGoneTo(String elsewhere) {
    assertThatIllegalArgumentException().isThrownBy(() -> OwnAddress.seeOther(elsewhere));
  }
}

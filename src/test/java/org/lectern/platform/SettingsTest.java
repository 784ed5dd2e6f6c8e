package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @ParameterizedTest
  @CsvSource({"https://learn.example.org, https://learn.example.org",
      "https://learn.example.org/, https://learn.example.org",
      "' http://localhost:8080// ', http://localhost:8080"})
  void pathsAreAddedToTheAddressOfTheServer(String given, String address) {
    assertThat(new Settings.ServerAddress().convert(given)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/"})
  void anAddressThatIsEmptyIsNone(String given) {
    assertThat(new Settings.ServerAddress().convert(given)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"learn.example.org", "/lectern", "https://", "https:///verify", "ftp://example.org",
      "https://learn.example.org/?a=b", "https://learn example.org"})
  void whatIsNoAddressOfAServerIsRefused(String given) {
    assertThatThrownBy(() -> new Settings.ServerAddress().convert(given)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + given + "\" is no address of a server");
  }

  @ParameterizedTest
  @CsvSource({"en, en", "' pt-br ', pt-BR", "zh-hant, zh-Hant", "AR, ar", "fil, fil"})
  void languagesAreTags(String given, String tag) {
    assertThat(new Settings.LanguageTag().convert(given)).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "english", "en_GB", "", "-", "*"})
  void whatIsNoLanguageIsRefused(String given) {
    assertThatThrownBy(() -> new Settings.LanguageTag().convert(given)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + given + "\" is no language");
  }
}

package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @ParameterizedTest
  @CsvSource({"https://learn.example.org, https://learn.example.org",
      "https://learn.example.org/, https://learn.example.org",
      "' http://localhost:8080// ', http://localhost:8080"})
  void pathsAreAddedToTheAddressOfTheServer(String given, String address) {
    assertThat(new Settings.WithoutSlash().convert(given)).isEqualTo(address);
  }
}

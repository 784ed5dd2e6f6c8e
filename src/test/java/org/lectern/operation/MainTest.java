package org.lectern.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.platform.Settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

class MainTest {

  private final Properties properties = new Properties();

  private String supposed(Map<String, String> environment) {
    return Main.supposed("lectern.content", "content", properties, environment);
  }

  @Test
  void aSettingIsSupposedToBeWhatTheCommandSays() {
    properties.setProperty("lectern.content", "/srv/one");

    assertThat(supposed(Map.of("LECTERN_CONTENT", "/srv/two"))).isEqualTo("/srv/one");
  }

  @Test
  void orWhatTheEnvironmentSays() {
    assertThat(supposed(Map.of("LECTERN_CONTENT", "/srv/two"))).isEqualTo("/srv/two");
  }

  @Test
  void orTheStandard() {
    assertThat(supposed(Map.of())).isEqualTo("content");
    assertThat(supposed(Map.of("LECTERN_CONTENT", ""))).isEqualTo("content");
  }

  @ParameterizedTest
  @CsvSource({"content, content", "zone, UTC"})
  void theStandardIsThatOfTheSettings(String name, String standard) throws NoSuchMethodException {
    assertThat(Settings.class.getAnnotation(ConfigMapping.class).prefix()).isEqualTo("lectern");
    assertThat(Settings.class.getMethod(name).getAnnotation(WithDefault.class).value()).isEqualTo(standard);
  }
}

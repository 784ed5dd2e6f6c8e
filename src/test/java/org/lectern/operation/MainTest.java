package org.lectern.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.lectern.platform.Settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

class MainTest {

  private final Properties properties = new Properties();

  private String supposed(Map<String, String> environment) {
    return Main.supposed("lectern.content", properties, environment);
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

  @Test
  void theStandardIsThatOfTheSettings() throws NoSuchMethodException {
    var prefix = Settings.class.getAnnotation(ConfigMapping.class).prefix() + ".";
    assertThat(Main.STANDARD).isNotEmpty();
    for (var setting : Main.STANDARD.entrySet()) {
      assertThat(setting.getKey()).startsWith(prefix);
      assertThat(Settings.class.getMethod(setting.getKey().substring(prefix.length()))
          .getAnnotation(WithDefault.class)
          .value())
          .isEqualTo(setting.getValue());
    }
  }
}

package org.lectern.operation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import org.lectern.content.FirstLoading;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the server, and beside it the first reading of the content. */
@QuarkusMain
public final class Main {

  /** What these settings are where nobody sets them. */
  static final Map<String, String> STANDARD = Map.of("lectern.content", "content", "lectern.zone", "UTC");

  private Main() {}

  public static void main(String... arguments) {
    beginToRead(System.getProperties(), System.getenv());
    Quarkus.run(arguments);
  }

  /** The settings are not read yet; nearly always they come from here. */
  private static void beginToRead(Properties properties, Map<String, String> environment) {
    try {
      var folder = Path.of(supposed("lectern.content", properties, environment));
      var zone = ZoneId.of(supposed("lectern.zone", properties, environment));
      var unused = FirstLoading.begin(folder, LocalDate.now(Clock.system(zone)));
    } catch (InvalidPathException | DateTimeException e) {
      // Whoever reads the settings will say which of them cannot be used.
    }
  }

  /** What a setting will most likely be. */
  static String supposed(String name, Properties properties, Map<String, String> environment) {
    var standard = Objects.requireNonNull(STANDARD.get(name));
    var variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
    var value = properties.getProperty(name, environment.getOrDefault(variable, standard));
    return value.isBlank() ? standard : value;
  }
}

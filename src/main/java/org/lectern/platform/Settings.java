package org.lectern.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** What an operator can set, under {@code lectern.} */
@ConfigMapping(prefix = "lectern")
public interface Settings {

  /** The folder of the course files. */
  @WithDefault("content")
  Path content();

  /** How often the folder is looked at for edits. */
  @WithDefault("500ms")
  Duration contentCheckEvery();

  /**
   * The address under which people reach this server: it is printed on certificates and in
   * their QR codes. Unset, it is this computer's own address, for trying things out: the address that a request names is
   * not believed, because anybody can write anything there.
   */
  Optional<@WithConverter(ServerAddress.class) String> publicUrl();

  /** An address to which paths are added; none when it is empty, as an address that is not set is. */
  final class ServerAddress implements Converter<String> {
    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+[^\\s?#]*");

    @Override
    public @Nullable String convert(String given) {
      var address = given.strip().replaceFirst("/+$", "");
      if (address.isEmpty()) {
        return null;
      }
      if (!ADDRESS.matcher(address).matches()) {
        throw new IllegalArgumentException(
            "\"" + given + "\" is no address of a server; write one such as https://learn.example.org");
      }
      return address;
    }
  }

  /** The zone in which the dates of reports and certificates are meant. */
  @WithDefault("UTC")
  ZoneId zone();

  /** The languages that a person can choose, as BCP 47 tags; the first is the default. */
  @WithDefault("en,ar,es,fr,ru,zh")
  List<@WithConverter(LanguageTag.class) String> languages();

  /** A language that Java knows by name, perhaps as it is written or spoken somewhere. */
  final class LanguageTag implements Converter<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String convert(String tag) {
      try {
        var locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
        if (!locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage())) {
          return locale.toLanguageTag();
        }
      } catch (IllformedLocaleException malformed) {
        // Told below.
      }
      throw new IllegalArgumentException("\"" + tag + "\" is no language; write tags such as en, fr, pt-BR, zh-Hant");
    }
  }

  Reports reports();

  /** Figures about everybody. */
  interface Reports {
    /**
     * How long a node shows the figures that it counted before it counts again. They are shown until it has, for as long again
     * at most.
     */
    @WithDefault("30s")
    Duration remember();
  }

  /**
   * How many requests may be in hand at once, those that wait for a thread, a connection or the disk among them. Who
   * comes when there are more is asked to come back in some seconds, so that those who are in are served soon.
   */
  @WithDefault("300")
  int requestsAtOnce();

  /**
   * A file that {@code /bench/page} answers with, for {@code ./lectern bench}: a yardstick. Unset, there is no such
   * address.
   */
  Optional<Path> benchPage();

  Sessions sessions();

  Metrics metrics();

  /** What operators watch. */
  interface Metrics {
    /** How long a count that needs the database is good for: however often it is asked, it is counted no sooner again. */
    @WithDefault("1m")
    Duration every();
  }

  /** How long people stay signed in. */
  interface Sessions {
    /** A session ends when it was not used for this long. */
    @WithDefault("12h")
    Duration idle();

    /** A session ends after this long in any case. */
    @WithDefault("7d")
    Duration absolute();

    /**
     * How long a node may go on trusting what it remembers of sessions when it cannot hear of those that other nodes end. It
     * listens each second.
     */
    @WithDefault("5s")
    Duration trust();
  }
}

package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.content.Course;
import org.lectern.content.Localized;
import org.lectern.content.Path;
import org.lectern.people.Engagement;

class PathChoiceTest {

  /** A course with the paths that the bulletin gives, §3.3. */
  private static final Course BULLETIN = bulletin();

  private static Course bulletin() {
    var paths = new LinkedHashMap<String, Path>();
    paths.put("full", path("full", List.of("m1", "m2", "m3", "m4", "m5", "m6", "m7"),
        List.of("DEVNET", "POLNET", "LEGALNET", "INFONET"), "bulletin §3.3(a)"));
    paths.put("abridged", path("abridged", List.of("m1", "m2", "m3", "m5", "m7"),
        List.of("ITECNET", "LOGNET", "MAGNET", "SAFETYNET", "SCINET"), "bulletin §3.3(b)"));
    var sample = Sample.COURSE;
    return new Course(sample.id(), sample.edition(), "en", sample.title(), sample.summary(), sample.contact(),
        sample.objectives(), sample.translations(), paths, "abridged", sample.assessment(), sample.codes(),
        sample.certificate(), sample.glossary(), sample.media(), sample.resources());
  }

  private static Path path(String id, List<String> modules, List<String> networks, String authority) {
    return new Path(id, text(id), modules, networks, text(authority), 180);
  }

  private static Localized text(String text) {
    return new Localized("en", Map.of("en", text));
  }

  /** An engagement that holds. */
  private static final class Held extends Engagement {
    Held(@Nullable String network) {
      jobNetwork = network;
    }
  }

  private static PathChoice choice(@Nullable String... networks) {
    return PathChoice.of(BULLETIN, Arrays.stream(networks).<Engagement>map(Held::new).toList());
  }

  @ParameterizedTest
  @CsvSource({
      "DEVNET,full", "POLNET,full", "LEGALNET,full", "INFONET,full",
      "ITECNET,abridged", "LOGNET,abridged", "MAGNET,abridged", "SAFETYNET,abridged", "SCINET,abridged"})
  void eachJobNetworkOfTheBulletinHasItsPath(String network, String path) {
    var choice = choice(network);

    assertThat(choice.path().id()).isEqualTo(path);
    assertThat(choice.jobNetwork()).contains(network);
    assertThat(choice.isProvisional()).isFalse();
  }

  @Test
  void thereAreNineOfThem() {
    assertThat(BULLETIN.paths().values()).flatExtracting(Path::jobNetworks).hasSize(9).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"NOSUCHNET", "polnet", "''"})
  void anUnknownOneGetsTheDefaultPathForNow(String network) {
    var choice = choice(network);

    assertThat(choice.path().id()).isEqualTo("abridged");
    assertThat(choice.isProvisional()).isTrue();
    assertThat(choice.jobNetwork()).isEmpty();
  }

  @Test
  void nobodyIsBlockedForHavingNone() {
    assertThat(choice().path().id()).isEqualTo("abridged");
    assertThat(choice().isProvisional()).isTrue();
    assertThat(choice((String) null).isProvisional()).isTrue();
  }

  @Test
  void ofTwoEngagementsTheOneWithTheLongerPathDecides() {
    assertThat(choice("ITECNET", "POLNET").path().id()).isEqualTo("full");
    assertThat(choice("POLNET", "ITECNET").jobNetwork()).contains("POLNET");
    assertThat(choice("SCINET", "LOGNET").path().id()).isEqualTo("abridged");
    assertThat(choice(null, "NOSUCHNET", "LOGNET").jobNetwork()).contains("LOGNET");
  }
}

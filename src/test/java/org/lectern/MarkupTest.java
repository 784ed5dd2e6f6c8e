package org.lectern;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Keeps every screen in every language under {@code pages} in the build folder, where the W3C's checker reads them next. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(RealContent.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class MarkupTest {

  private static final Path PAGES = Path.of("target", "pages");

  private List<Screens.Screen> screens = List.of();

  @BeforeEach
  void findScreens() throws IOException {
    if (screens.isEmpty()) {
      screens = Screens.all();
      Files.createDirectories(PAGES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar", "es", "fr", "ru", "zh"})
  void everyScreenIsAnsweredInTheLanguageThatWasAskedFor(String language) throws IOException {
    for (var screen : screens) {
      var request = screen.who()
          .map(TestPerson::browser)
          .orElseGet(TestPerson::stranger)
          .accept("text/html")
          .header("Accept-Language", language);
      var answer = screen.isPosted()
          ? request.formParams(screen.form()).post(screen.address())
          : request.get(screen.address());

      assertThat(answer.statusCode()).as(screen.name()).isEqualTo(screen.status());
      var html = answer.asString();
      assertThat(html).as(screen.name())
          .startsWith("<!doctype html>\n<html lang=\"%s\" dir=\"%s\"".formatted(language,
              language.equals("ar") ? "rtl" : "ltr"));
      Files.writeString(PAGES.resolve(screen.name() + "." + language + ".html"), html);
    }
  }

  /** The styles of lists are left out: the checker does not know the properties of drawings. */
  @ParameterizedTest
  @ValueSource(strings = {"lectern.css", "screens.css"})
  void theStyleSheetIsKeptToo(String name) throws IOException {
    var styles = given().get("/assets/" + name).then().statusCode(200).extract().asString();

    Files.writeString(PAGES.resolve(name), styles);
    assertThat(styles).contains("@media print");
  }
}

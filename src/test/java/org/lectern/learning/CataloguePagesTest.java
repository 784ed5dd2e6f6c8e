package org.lectern.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CataloguePagesTest {

  private static String catalogue(TestPerson person) {
    var answer = person.browser().get("/courses");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.asString();
  }

  @Test
  void everyCourseIsThereWithItsLengthItsLanguagesAndItsCodes() {
    assertThat(catalogue(TestPerson.onFullPath())).contains("<title>All courses · Lectern</title>",
        "lang=\"en\" dir=\"ltr\"><a href=\"/courses/sample-course\">A sample course</a></h2>",
        "A very small course that uses every part of the format.",
        "Languages: English, français.",
        "Code: <bdi class=\"nowrap\">LMS-0001</bdi>, <bdi class=\"nowrap\">LMS-0002</bdi>")
        .doesNotContain("The others are read in", "<progress");
  }

  @Test
  void whoReadsAnotherLanguageIsToldWhatTheyWillRead() {
    assertThat(catalogue(TestPerson.join("POLNET", "es"))).contains(
        "<a href=\"/courses/sample-course\">A sample course</a>", "Idiomas: English, français.",
        "En los demás idiomas se lee en English.");
    assertThat(catalogue(TestPerson.join("POLNET", "fr"))).contains("Un cours d&#39;exemple")
        .doesNotContain("Pour les autres langues");
  }

  @Test
  void itShowsHowFarOneHasCome() {
    var person = TestPerson.onFullPath();
    person.browser().post("/courses/sample-course/s1-welcome/completion").then().statusCode(303);

    assertThat(catalogue(person)).contains("<progress class=\"bar\"", "1 of ");
  }

  @Test
  void itIsForThoseWhoAreSignedInAndTheyFindIt() {
    assertThat(TestPerson.onFullPath().browser().get("/").asString()).contains("<a href=\"/courses\">Courses</a>");
    var answer = stranger().header("Accept", "text/html").get("/courses");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/sign-in?to=%2Fcourses");
  }
}

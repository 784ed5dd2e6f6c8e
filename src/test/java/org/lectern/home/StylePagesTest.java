package org.lectern.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.lectern.platform.TestDatabase;
import org.lectern.platform.TestPerson;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StylePagesTest {

  @Test
  void theStylePageShowsEveryKindOfQuestionAndThePathInEveryState() {
    var page = TestPerson.stranger().get("/style");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains("class=\"path\"", "Nothing done", "Under way", "Only the assessment left",
        "class=\"complete\"", "class=\"current\"", "type=\"radio\"", "type=\"checkbox\"", "name=\"place-",
        "name=\"match-",
        "There is a problem", "<time datetime=\"1945-10-24\">24 October 1945</time>", "1,234", "Page 2 of 4");
  }

  @Test
  void theServerThatPeopleUseHasNoStylePage() {
    assertThat(List.of(StylePages.class.getAnnotation(IfBuildProfile.class).anyOf())).containsExactly("dev", "test");
  }
}

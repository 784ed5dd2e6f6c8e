package org.lectern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.platform.TestPerson.stranger;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Keyboard shortcuts are listed for everybody, and can be turned off. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ShortcutsTest {

  @Test
  void everyPageLeadsToTheList() {
    assertThat(stranger().get("/").asString())
        .containsPattern("<a href=\"/shortcuts\" id=\"shortcuts\" data-script=\"[^\"]+\">Keyboard shortcuts</a>");
    assertThat(stranger().get("/shortcuts").asString()).contains("<h1>Keyboard shortcuts</h1>", "<kbd>n</kbd>",
        "To my note on this page", "Keyboard shortcuts are on in this browser.",
        "value=\"off\">Turn them off</button>");
  }

  @Test
  void theyCanBeTurnedOffAndOnAgain() {
    var off = stranger().formParam("choice", "off").post("/shortcuts");
    var on = stranger().formParam("choice", "on").post("/shortcuts");

    assertThat(off.statusCode()).isEqualTo(303);
    assertThat(off.getDetailedCookie("lectern-shortcuts").getValue()).isEqualTo("off");
    assertThat(off.getDetailedCookie("lectern-shortcuts").getMaxAge()).isEqualTo(365 * 24 * 60 * 60);
    assertThat(on.getDetailedCookie("lectern-shortcuts").getMaxAge()).isZero();
    var page = stranger().cookie("lectern-shortcuts", "off").get("/shortcuts").asString();
    assertThat(page).contains(" data-off>", "are off in this browser.", ">Turn them on</button>");
  }
}
